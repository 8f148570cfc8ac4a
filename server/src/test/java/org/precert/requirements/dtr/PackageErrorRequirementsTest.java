package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a call that fails is told. */
@DemoServer
class PackageErrorRequirementsTest {

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("oper-11")
    void aCallThatFailsIsAnsweredWithAnOutcome(Edition edition) {
        List<Http.Answer> failed = List.of(
                payer.send(edition, Wish.nothing()),
                payer.send(edition, Wish.of("example").without("order")),
                payer.send(edition, Payer.PACKAGE, Call.json("[]")),
                payer.send(edition, Payer.PACKAGE, Call.json("{\"resourceType\": \"Patient\"}")));
        assertThat(failed).allSatisfy(answer -> {
            assertThat(answer.status()).isBetween(400, 499);
            isAnOutcome(answer);
        });
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-130")
    void aCoverageOfNoPayerThatIsServedIsNotFound(Edition edition) {
        Wish unserved = Wish.of("example").changed("coverage", coverage -> {
            coverage.remove("contained");
            coverage.putArray("payor").addObject().put("display", "Another payer");
        });
        Http.Answer answer = payer.send(edition, unserved);
        assertThat(answer.status()).isEqualTo(404);
        isAnOutcome(answer);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-130")
    void aContextThatWasNeverGivenIsNotFound(Edition edition) {
        Http.Answer answer = payer.send(edition, Wish.nothing().context("never-given"));
        assertThat(answer.status()).isEqualTo(404);
        isAnOutcome(answer);
    }

    /** In 2.0.1 the orders are answered, with a warning. */
    @Test
    @DtrRequirement("spec-130")
    void itIsNotFoundWhateverElseIsThere() {
        Wish wish = Wish.of("example").context("never-given");
        Http.Answer answer = payer.send(Edition.V2_2, wish);
        assertThat(answer.status()).isEqualTo(404);
        isAnOutcome(answer);
        Packaged given = payer.give(Edition.V2_0, wish);
        assertThat(given.forms()).hasSize(1);
        assertThat(given.warnings()).isNotEmpty();
    }

    @Test
    @DtrRequirement("2.0.1@302")
    void aCoverageThatIsNotUnderstoodIsWarnedOfWhereAnotherOneIs() {
        ObjectNode other = Wish.of("example").named("coverage").get(0).deepCopy();
        other.put("id", "other").remove("contained");
        other.putArray("payor").addObject().put("display", "Another payer");
        assertThat(payer.give(Edition.V2_0, Wish.of("example")).warnings()).isEmpty();
        Packaged given = payer.give(Edition.V2_0, Wish.of("example").with("coverage", other));
        assertThat(given.forms()).hasSize(1);
        assertThat(given.warnings()).hasSize(1);
    }

    private static void isAnOutcome(Http.Answer answer) {
        assertThat(Tree.type(answer.json())).isEqualTo("OperationOutcome");
        assertThat(Tree.list(answer.json().path("issue"))).isNotEmpty().allSatisfy(issue -> {
            assertThat(issue.path("severity").asText()).isEqualTo("error");
            assertThat(issue.at("/details/text").asText()).isNotBlank();
        });
    }
}
