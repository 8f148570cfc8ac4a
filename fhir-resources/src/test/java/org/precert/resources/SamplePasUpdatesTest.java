package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.resources.SamplePasRequest.children;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The updates of the example payer's request follow one on another, as each version says. */
class SamplePasUpdatesTest {

    record Step(SamplePasRequest before, SamplePasRequest update) {

        List<JsonNode> related() {
            return children(update.claim().path("related")).toList();
        }

        boolean is(String version) {
            return update.version().equals(version);
        }

        @Override
        public String toString() {
            return update.toString();
        }
    }

    static Stream<Step> steps() {
        return SamplePasRequest.VERSIONS.stream().flatMap(version -> {
            List<SamplePasRequest> chain = chain(version);
            return IntStream.range(1, chain.size()).mapToObj(i -> new Step(chain.get(i - 1), chain.get(i)));
        });
    }

    private static List<SamplePasRequest> chain(String version) {
        return SamplePasRequest.of(version).stream()
                .filter(request -> request.name().startsWith("example-chain-"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.1", "2.2.1"})
    void theChainHasItsFiveSteps(String version) {
        assertThat(chain(version))
                .extracting(request -> request.name().replaceFirst("example-chain-\\d-", ""))
                .containsExactly("initial", "add-item", "modify", "cancel-item", "cancel-all");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void anUpdateNamesTheRequestBeforeIt(Step step) {
        assertThat(step.related()).singleElement().satisfies(related -> {
            assertThat(related.at("/claim/identifier"))
                    .isEqualTo(step.before().claim().at("/identifier/0"));
            assertThat(related.at("/relationship/coding/0/code").asText())
                    .isEqualTo(step.is("2.2.1") ? "prior" : "replaces");
        });
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theRequestBeforeComesAlongAsItWasSentFrom22On(Step step) {
        if (step.is("2.2.1")) {
            assertThat(step.update().prior()).contains(step.before().claim());
        } else {
            assertThat(step.update().prior()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyLineThatWasSentIsSentAgain(Step step) {
        assertThat(sequences(step.update())).containsAll(sequences(step.before()));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyUpdateSaysWhatIsNewInIt(Step step) {
        assertThat(step.update().items())
                .anySatisfy(
                        item -> assertThat(item.findValuesAsText("valueCode")).containsAnyOf("added", "changed"));
    }

    private static Set<Integer> sequences(SamplePasRequest request) {
        return request.items().stream()
                .map(item -> item.path("sequence").asInt())
                .collect(Collectors.toSet());
    }
}
