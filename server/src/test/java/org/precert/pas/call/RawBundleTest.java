package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where references lead (FHIR R4, Bundle, 2.36.4.1). */
class RawBundleTest {

    private static final String UUID = "urn:uuid:5b0f1e0a-8a2c-4c1d-9b55-0d3f8f6a7c11";

    private final Entry claim = entry("http://a.example/fhir/Claim/1", "{\"resourceType\":\"Claim\",\"id\":\"1\"}");
    private final Entry here = entry("http://a.example/fhir/Patient/2", "{\"resourceType\":\"Patient\",\"id\":\"2\"}");
    private final Entry there = entry("http://b.example/fhir/Patient/3", "{\"resourceType\":\"Patient\",\"id\":\"3\"}");
    private final Entry document = entry(UUID, "{\"resourceType\":\"DocumentReference\",\"id\":\"4\"}");

    @Test
    void aReferenceLeadsToTheFullUrlOfTheSameText() {
        RawBundle bundle = bundle(false, claim, here, there, document);
        assertThat(bundle.resolve("http://b.example/fhir/Patient/3", claim)).contains(there);
        assertThat(bundle.resolve(UUID, claim)).contains(document);
        assertThat(bundle.resolve("urn:uuid:5B0F1E0A-8A2C-4C1D-9B55-0D3F8F6A7C11", claim))
                .contains(document);
        assertThat(bundle.resolve("http://c.example/fhir/Patient/3", claim)).isEmpty();
        assertThat(bundle.resolve("", claim)).isEmpty();
    }

    @Test
    void aRelativeReferenceStartsFromTheServerOfWhoMakesIt() {
        RawBundle bundle = bundle(false, claim, here, there, document);
        assertThat(bundle.resolve("Patient/2", claim)).contains(here);
        assertThat(bundle.resolve("Patient/2", there)).isEmpty();
        assertThat(bundle.resolve("Patient/3", claim)).isEmpty();
        assertThat(bundle.resolve("Patient/2", document)).isEmpty();
    }

    @Test
    void aVersionIsPassedOver() {
        assertThat(bundle(false, claim, here).resolve("Patient/2/_history/7", claim))
                .contains(here);
    }

    @Test
    void aLenientDoorFindsByTypeAndIdIfThereIsOne() {
        assertThat(bundle(true, claim, here, there).resolve("Patient/3", claim)).contains(there);
        assertThat(bundle(true, claim, here, document).resolve("Patient/2", document))
                .contains(here);
        assertThat(bundle(true, claim, here).resolve("https://c.example/Patient/2", claim))
                .contains(here);
        Entry twin = entry("http://c.example/fhir/Patient/3", there.raw());
        assertThat(bundle(true, claim, there, twin).resolve("Patient/3", claim)).isEmpty();
    }

    @Test
    void aFragmentLeadsToWhatIsContained() {
        Entry holder = entry(
                "http://a.example/fhir/Claim/9",
                "{\"resourceType\":\"Claim\",\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\"}]}");
        RawBundle bundle = bundle(false, holder);
        assertThat(bundle.resolve("#p", holder)).map(Entry::type).contains("Patient");
        assertThat(bundle.resolve("#", holder)).contains(holder);
        assertThat(bundle.resolve("#q", holder)).isEmpty();
    }

    @Test
    void theClosureGoesRoundInCirclesAndEnds() {
        Entry first = entry("http://a.example/fhir/List/1", "{\"item\":[{\"reference\":\"List/2\"}]}");
        Entry second = entry(
                "http://a.example/fhir/List/2", "{\"item\":[{\"reference\":\"List/1\"},{\"reference\":\"List/3\"}]}");
        assertThat(bundle(false, first, second, here).closure(first)).containsExactly(first, second);
    }

    @Test
    void aBundleWithinKeepsItsReferencesToItself() {
        Entry holder = entry(
                "http://a.example/fhir/Bundle/1",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"subject\":{\"reference\":\"Patient/2\"}}}]}");
        assertThat(bundle(false, holder, here).closure(holder)).containsExactly(holder);
    }

    @Test
    void aPathTellsThePlaceInWhatWasSent() {
        assertThat(bundle(false, claim, here).path(here)).isEqualTo("Bundle.entry[1].resource");
    }

    private static RawBundle bundle(boolean lenient, Entry... entries) {
        Map<Entry, Integer> places = new LinkedHashMap<>();
        List.of(entries).forEach(entry -> places.put(entry, places.size()));
        return new RawBundle(Draft.JSON.createObjectNode(), places, lenient);
    }

    private static Entry entry(String fullUrl, String raw) {
        return new Entry(fullUrl, (ObjectNode) Draft.tree(raw), raw);
    }
}
