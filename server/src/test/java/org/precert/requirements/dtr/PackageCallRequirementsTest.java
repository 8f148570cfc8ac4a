package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which forms a call is given. */
@DemoServer
class PackageCallRequirementsTest {

    private static final List<String> MAY_BE_LEFT_OUT = List.of(
            "authoredOn",
            "requester",
            "performer",
            "note",
            "priority",
            "occurrenceDateTime",
            "encounter",
            "supportingInfo");

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("2.0.1@298")
    void theFormsThatTheOrdersNeedAreGiven(Edition edition) {
        assertThat(payer.everyForm(edition))
                .allSatisfy(each -> assertThat(each.forms()).hasSize(1))
                .extracting(each -> each.forms().get(0))
                .doesNotHaveDuplicates()
                .allMatch(form -> form.startsWith(Wish.BASE + "Questionnaire/"));
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("2.0.1@298")
    void aContextAloneSaysWhatIsNeeded(Edition edition) {
        String context = payer.toldByCrd(edition, Wish.SAMPLES.get("example"));
        assertThat(payer.give(edition, Wish.nothing().context(context)).forms())
                .isEqualTo(payer.give(edition, Wish.of("example")).forms());
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("2.0.1@297")
    void aFormThatIsNamedIsGivenInItsVersionOrElseInTheCurrentOne(Edition edition) {
        JsonNode form = payer.give(edition, Wish.of("example")).form();
        String url = form.path("url").asText();
        String version = form.path("version").asText();
        assertThat(payer.give(edition, Wish.of("example").form(url)).form()).isEqualTo(form);
        assertThat(payer.give(edition, Wish.of("example").form(url + "|" + version))
                        .form())
                .isEqualTo(form);
        assertThat(payer.send(edition, Wish.of("example").form(url + "|0")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("oper-9")
    void aFormThatIsNotHereIsWarnedOf(Edition edition) {
        String known = payer.give(edition, Wish.of("example")).forms().get(0);
        Packaged given = payer.give(
                edition,
                Wish.of("example")
                        .form("https://example.org/Questionnaire/none")
                        .form(known));
        assertThat(given.forms()).containsExactly(known);
        assertThat(given.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.path("code").asText()).isEqualTo("not-found"));
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"conf-12", "conf-13"})
    void whatMayBeLeftOutIsNoError(Edition edition) {
        Wish little = Wish.of("example")
                .changed("order", order -> order.remove(MAY_BE_LEFT_OUT))
                .changed("coverage", coverage -> coverage.remove(List.of("class", "relationship", "type", "order")));
        assertThat(payer.give(edition, little).forms())
                .isEqualTo(payer.give(edition, Wish.of("example")).forms());
    }

    /** What else is sent changes nothing of what is asked for: neither is it needed, nor in the way. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"conf-8", "conf-9"})
    void noResourceAndNoElementBeyondTheProfilesIsNeeded(Edition edition) {
        JsonNode observation = Call.json("""
                {"resourceType": "Observation", "id": "odd", "status": "final", "code": {"text": "Something"}}""");
        Wish more = Wish.of("example")
                .with("referenced", observation)
                .changed("order", order -> order.put("implicitRules", "https://example.org/rules"));
        for (Wish wish : List.of(Wish.of("example"), more)) {
            assertThat(payer.give(edition, wish).forms())
                    .isEqualTo(payer.give(edition, Wish.of("example")).forms());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-128")
    void anOrderThatChangedALittleIsTheSameOrder(Edition edition) {
        String context = payer.toldByCrd(edition, Wish.SAMPLES.get("example"));
        Wish changed = Wish.of("example").context(context).changed("order", order -> {
            order.put("status", "active").put("priority", "urgent");
            order.putArray("note").addObject().put("text", "Patient prefers mornings");
        });
        Packaged given = payer.give(edition, changed);
        assertThat(given.forms())
                .isEqualTo(payer.give(edition, Wish.of("example")).forms());
        assertThat(given.warnings()).isEmpty();
        assertThat(Tree.answers(given.draft()))
                .hasSameSizeAs(Tree.answers(
                        payer.give(edition, Wish.of("example").context(context)).draft()));
    }

    /** The infusion that CRD wanted documents for is a tablet now. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"oper-8", "prof-1"})
    void documentsThatAreNeededNoLongerAreSaidToBeSo(Edition edition) {
        String sample = "bcbsks-information-needed";
        String context = payer.toldByCrd(edition, sample);
        Wish asCrdKnew = Wish.of("bcbsks", sample).context(context);
        assertThat(payer.give(edition, asCrdKnew).forms()).hasSize(1);
        Wish changed = asCrdKnew.without("order");
        for (JsonNode order : Wish.of("bcbsks", "bcbsks-oral-not-addressed").named("order")) {
            ObjectNode tablet = order.deepCopy();
            tablet.putObject("subject").put("reference", "Patient/" + sample);
            changed = changed.with("order", tablet);
        }
        Packaged given = payer.give(edition, changed);
        assertThat(given.forms()).isEmpty();
        assertThat(given.issues())
                .extracting(issue -> issue.at("/details/text").asText())
                .anyMatch(text -> text.contains("none are needed any more"));
    }
}
