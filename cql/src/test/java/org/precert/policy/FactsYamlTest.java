package org.precert.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsYamlTest {

    private static final String FACTS = """
            route:
              name: the route
              ask: State it.
              outside: it is another
              info-needed: timeframe
              details:
                - { element: route, system: "urn:oid:2.999", code: IV, display: Intravenous }
            plan: { name: the plan, ask: Send it., outside: it is another }
            """;

    @Test
    void aFactHasItsWordsAndDetails() {
        assertThat(read(FACTS))
                .containsEntry(
                        "route",
                        new FactWords(
                                "the route",
                                "State it.",
                                "it is another",
                                "timeframe",
                                List.of(new Detail("route", "urn:oid:2.999", "IV", "Intravenous"))));
    }

    @Test
    void aFactThatSaysNoMoreLacksSomethingElse() {
        assertThat(read(FACTS))
                .containsEntry(
                        "plan", new FactWords("the plan", "Send it.", "it is another", FactWords.OTHER, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'ask: State it.',           ask: ,                  'route.ask'",
        "'ask: State it.',           asks: State it.,        asks",
        "info-needed: timeframe,     info-needed: soon,      'soon'",
        "element: route,             element: dose,          'dose'",
        "code: IV,                   code: ,                 'route.details.code'",
    })
    void aKeyOrAValueThatCanNotBeIsNamed(String right, String wrong, String named) {
        assertThat(FACTS).contains(right);
        assertThatThrownBy(() -> read(FACTS.replace(right, wrong)))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("facts.yaml", named);
    }

    private static Map<String, FactWords> read(String text) {
        return PolicyReader.factWords(text);
    }
}
