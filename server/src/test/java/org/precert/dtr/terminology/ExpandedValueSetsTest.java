package org.precert.dtr.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A value set lists what deciding knows of it, as of today. */
class ExpandedValueSetsTest {

    private static final String SYSTEM = """
            {'resourceType':'CodeSystem','url':'urn:s','concept':[
              {'code':'one','display':'One','concept':[{'code':'half','display':'A half'}]},
              {'code':'old','property':[{'code':'status','valueCode':'retired'}]},
              {'code':'gone','property':[{'code':'inactive','valueBoolean':true}]}]}""";
    private static final String LISTED = """
            {'resourceType':'ValueSet','id':'listed','url':'urn:listed','version':'1.0.0',
             'compose':{'include':[{'system':'urn:t','concept':[
              {'code':'A1','display':'Acute Asthma'},{'code':'A2','display':'Severe state-of-asthma'},{'code':'B'}]}]}}""";
    private static final String CATEGORY = """
            {'resourceType':'ValueSet','url':'urn:category','compose':{'include':[
             {'system':'urn:t','filter':[{'property':'concept','op':'is-a','value':'A'}]}]}}""";
    private static final String EXPANDED = """
            {'resourceType':'ValueSet','url':'urn:expanded',
             'compose':{'include':[{'system':'urn:t','filter':[{'property':'concept','op':'is-a','value':'C'}]}]},
             'expansion':{'timestamp':'2020-01-01','total':9,'contains':[
              {'system':'urn:t','code':'C1','display':'Cat'},
              {'system':'urn:t','code':'C2','inactive':true},
              {'system':'urn:t','code':'C','abstract':true,'contains':[{'system':'urn:t','code':'C3'}]}]}}""";
    private static final String WHOLE =
            "{'resourceType':'ValueSet','url':'urn:whole','compose':{'include':[{'system':'urn:s'}]}}";

    private final ExpandedValueSets sets = sets(SYSTEM, LISTED, CATEGORY, EXPANDED, WHOLE);

    @Test
    void listedCodesAreListed() {
        ObjectNode set = sets.find("urn:listed").orElseThrow();
        assertThat(codes(set)).containsExactly("A1", "A2", "B");
        assertThat(set.path("id").asText()).isEqualTo("listed");
        assertThat(set.at("/expansion/timestamp").asText()).isEqualTo("2026-06-10");
        assertThat(set.at("/expansion/total").asInt()).isEqualTo(3);
        assertThat(set.at("/expansion/identifier").asText()).startsWith("urn:uuid:");
        assertThat(set.at("/expansion/parameter").toString())
                .isEqualTo("[{\"name\":\"activeOnly\",\"valueBoolean\":true}]");
        assertThat(set.path("expansion").has("offset")).isFalse();
        assertThat(set.path("expansion").has("extension")).isFalse();
    }

    @Test
    void aVersionIsTheOneThatIsHereOrNone() {
        assertThat(sets.find("urn:listed|1.0.0")).isPresent();
        assertThat(sets.find("urn:listed|")).isPresent();
        assertThat(sets.find("urn:listed|2.0.0")).isEmpty();
        assertThat(sets.find("urn:other")).isEmpty();
        assertThat(sets.size("urn:listed|2.0.0")).isZero();
        assertThat(sets.holds("urn:listed|2.0.0", "urn:t", "A1")).isFalse();
    }

    @Test
    void onlyActiveCodesAreListedAndAllOfThemAreHeld() {
        assertThat(codes("urn:expanded")).containsExactly("C1", "C3");
        assertThat(codes("urn:whole")).containsExactlyInAnyOrder("one", "half");
        assertThat(sets.size("urn:whole")).isEqualTo(2);
        assertThat(sets.holds("urn:expanded", "urn:t", "C2")).isTrue();
        assertThat(sets.holds("urn:whole", "urn:s", "old")).isTrue();
        assertThat(sets.holds("urn:whole", "urn:t", "one")).isFalse();
    }

    @Test
    void aCategoryListsWhatIsKnownOfItAndSaysThatThereMayBeMore() {
        ObjectNode set = sets.find("urn:category").orElseThrow();
        assertThat(codes(set)).containsExactly("A1", "A2");
        assertThat(set.at("/expansion/extension/0/url").asText()).endsWith("valueset-unclosed");
        assertThat(sets.holds("urn:category", "urn:t", "A99")).isTrue();
        assertThat(sets.holds("urn:category", "urn:t", "B")).isFalse();
    }

    @Test
    void aFilterThatDecidingDoesNotFollowHoldsNothing() {
        ExpandedValueSets other = sets(LISTED, CATEGORY.replace("is-a", "regex"));
        assertThat(other.find("urn:category")
                        .orElseThrow()
                        .at("/expansion/extension/0/valueBoolean")
                        .asBoolean())
                .isTrue();
        assertThat(other.size("urn:category")).isZero();
        assertThat(other.holds("urn:category", "urn:t", "A1")).isFalse();
    }

    @Test
    void aDeploymentWidensASet() {
        String own = LISTED.replace("A1", "Z1").replace("'version':'1.0.0'", "'version':'7'");
        ObjectNode set = sets(LISTED, own).find("urn:listed|1.0.0").orElseThrow();
        assertThat(codes(set)).containsExactly("A1", "A2", "B", "Z1");
        assertThat(set.at("/compose/include")).hasSize(2);
        ExpandedValueSets wider = sets(EXPANDED, CATEGORY.replace("urn:category", "urn:expanded"), LISTED);
        assertThat(codes(wider.find("urn:expanded").orElseThrow())).containsExactly("C1", "C3", "A1", "A2");
    }

    @Test
    void whoGetsASetMayChangeIt() {
        sets.find("urn:listed").orElseThrow().removeAll();
        ((ObjectNode) sets.find("urn:listed").orElseThrow().at("/expansion/contains/0")).put("code", "changed");
        assertThat(codes("urn:listed")).containsExactly("A1", "A2", "B");
    }

    @Test
    void aFilterFindsTheBeginningsOfWordsAndCodes() {
        assertThat(filtered("acu asth")).containsExactly("A1");
        assertThat(filtered("ASTHMA")).containsExactly("A1", "A2");
        assertThat(filtered("a2")).containsExactly("A2");
        assertThat(filtered("State-Of")).containsExactly("A2");
        assertThat(filtered("sthma")).isEmpty();
        assertThat(filtered("acute b")).isEmpty();
        assertThat(filtered("-")).isEmpty();
    }

    @Test
    void aPageIsAPartOfWhatMatches() {
        ObjectNode page = page(1, 1);
        assertThat(codes(page)).containsExactly("A2");
        assertThat(page.at("/expansion/total").asInt()).isEqualTo(3);
        assertThat(page.at("/expansion/offset").asInt()).isEqualTo(1);
        assertThat(page(3, 1).path("expansion").has("contains")).isFalse();
        assertThat(page(0, 0).path("expansion").has("contains")).isFalse();
        assertThat(codes(page(2, 999_999_999))).containsExactly("B");
    }

    @Test
    void theSameQuestionHasTheSameIdentifier() {
        assertThat(page(1, 1)).isEqualTo(page(1, 1));
        assertThat(page(1, 1).at("/expansion/identifier"))
                .isNotEqualTo(page(1, 2).at("/expansion/identifier"));
    }

    private ObjectNode page(int offset, int count) {
        return sets.expand("urn:listed", new Selection(Optional.empty(), Optional.of(offset), Optional.of(count)))
                .orElseThrow();
    }

    private List<String> filtered(String text) {
        Selection wanted = new Selection(Optional.of(new TextFilter(text)), Optional.empty(), Optional.empty());
        return codes(sets.expand("urn:listed", wanted).orElseThrow());
    }

    private List<String> codes(String url) {
        return codes(sets.find(url).orElseThrow());
    }

    private static List<String> codes(JsonNode set) {
        return set.path("expansion").path("contains").findValuesAsText("code");
    }

    private static ExpandedValueSets sets(String... resources) {
        return new ExpandedValueSets(
                Stream.of(resources).map(ExpandedValueSetsTest::json).toList(),
                Clock.fixed(Instant.parse("2026-06-10T12:00:00Z"), ZoneOffset.UTC));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
