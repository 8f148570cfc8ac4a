package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a completed adaptive form says of coverage. */
@DemoServer
class DeterminationRequirementsTest {

    private static final String SAMPLE = Wish.SAMPLES.get("example");

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"spec-33", "spec-43", "2.0.1@54"})
    void whatIsCoveredIsSaidWhereCrdHasSaidSomethingBeforeAndThenAlone(Edition edition) {
        assertThat(information(completed(edition, Wish.of("example").context(payer.toldByCrd(edition, SAMPLE)))))
                .hasSameSizeAs(Wish.of("example").named("order"))
                .allSatisfy(information -> assertThat(codes(information)).contains("covered", "pa-needed"));
        assertThat(information(completed(edition, Wish.of("example")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"spec-43", "2.0.1@54"})
    void nothingIsSaidBeforeThePersonHasAnswered(Edition edition) {
        Wish wish = Wish.of("example").context(payer.toldByCrd(edition, SAMPLE));
        List<JsonNode> said = payer.fill(edition, draft(edition, wish));
        assertThat(said).hasSizeGreaterThan(1);
        assertThat(said.subList(0, said.size() - 1))
                .allSatisfy(page -> assertThat(information(page)).isEmpty());
    }

    /** PAS has no door here yet: nothing that it sent can be the reason of a form. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-42")
    void noAuthorizationIsGivenAwayByAForm(Edition edition) {
        JsonNode end = completed(edition, Wish.of("example").context(payer.toldByCrd(edition, SAMPLE)));
        assertThat(information(end)).isNotEmpty().allSatisfy(information -> {
            assertThat(codes(information)).doesNotContain("satisfied-pa-id");
            assertThat(information.toString()).doesNotContain("\"satisfied\"");
        });
    }

    /** What is said later of an order has the name that CRD gave, whichever order of the call it is. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-45")
    void aFormThatIsFilledAgainReplacesWhatWasSaidBefore(Edition edition) {
        Wish wish = Wish.of("example").context(payer.toldByCrd(edition, SAMPLE));
        List<String> first = assertions(completed(edition, wish));
        assertThat(first).hasSameSizeAs(wish.named("order")).contains(context(wish));
        assertThat(assertions(completed(edition, wish))).isEqualTo(first);
        assertThat(assertions(completed(edition, wish))).isEqualTo(first);
    }

    private static List<String> assertions(JsonNode response) {
        return information(response).stream()
                .flatMap(information -> Tree.stream(information.path("extension")))
                .filter(part -> part.path("url").asText().equals("coverage-assertion-id"))
                .map(part -> part.path("valueString").asText())
                .toList();
    }

    private static String context(Wish wish) {
        return wish.parameters()
                .at("/parameter")
                .findValuesAsText("valueString")
                .get(0);
    }

    private JsonNode completed(Edition edition, Wish wish) {
        return Payer.last(payer.fill(edition, draft(edition, wish)));
    }

    private JsonNode draft(Edition edition, Wish wish) {
        return payer.give(edition, wish.form(payer.adaptive(edition, "example")))
                .draft();
    }

    private static List<JsonNode> information(JsonNode response) {
        return Tree.extensions(response, "/ext-coverage-information");
    }

    private static List<String> codes(JsonNode information) {
        return Tree.stream(information.path("extension"))
                .map(part -> part.path("url").asText())
                .toList();
    }
}
