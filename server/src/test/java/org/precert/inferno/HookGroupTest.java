package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.precert.inferno.Verdict.Outcome;

class HookGroupTest {

    @Test
    void passesARightExchangeAndSkipsWhatIsNotThere() {
        Map<String, Outcome> outcomes =
                outcomes(new Exchange(Example.request(), 200, Example.answer().toString()));
        assertThat(outcomes.entrySet().stream()
                        .filter(each -> each.getValue() == Outcome.SKIP)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        HookGroup.SMART_LAUNCH, Proposals.ADDITIONAL, Proposals.FORM, Proposals.COVERAGE);
        assertThat(outcomes.entrySet().stream()
                        .filter(each -> each.getValue() == Outcome.FAIL)
                        .map(Map.Entry::getKey))
                .containsExactly(HookGroup.INSTRUCTIONS);
    }

    @Test
    void failsWhatIsNoAnswer() {
        assertThat(outcomes(new Exchange(Example.request(), 500, "{}"))).containsEntry(ServiceCall.ID, Outcome.FAIL);
        assertThat(outcomes(new Exchange(Example.request(), 200, "Hello"))).containsEntry(ServiceCall.ID, Outcome.FAIL);
    }

    @Test
    void failsAnAnswerWithoutCoverageInformation() {
        ObjectNode answer = Example.answer();
        answer.putArray("systemActions");
        assertThat(outcomes(new Exchange(Example.request(), 200, answer.toString())))
                .containsEntry(CoverageInformationActions.RECEIVED, Outcome.FAIL)
                .containsEntry(CoverageInformationActions.VALID, Outcome.SKIP);
    }

    @Test
    void failsAnEmptyArrayOfLinks() {
        ObjectNode answer = Example.answer();
        Example.object(answer, "/cards/0").putArray("links");
        assertThat(outcomes(new Exchange(Example.request(), 200, answer.toString())))
                .containsEntry(CardDetails.ID, Outcome.FAIL)
                .containsEntry(HookGroup.EXTERNAL_REFERENCE, Outcome.FAIL);
    }

    @Test
    void findsServicesWithoutTheirFields() {
        assertThat(DiscoveryAnswer.errors(Example.json(
                        "{\"services\": [{\"hook\": \"order-sign\", \"id\": \"x\", \"description\": \"x\"}]}")))
                .isEmpty();
        assertThat(DiscoveryAnswer.errors(Example.json("{\"services\": [{\"hook\": \"order-sign\", \"id\": 1}]}")))
                .hasSize(2);
        assertThat(DiscoveryAnswer.errors(Example.json("{}"))).hasSize(1);
    }

    private static Map<String, Outcome> outcomes(Exchange exchange) {
        return new HookGroup("order-sign", List.of(exchange), Profiles.UNCHECKED)
                .verdicts().stream().collect(Collectors.toMap(Verdict::test, Verdict::outcome));
    }
}
