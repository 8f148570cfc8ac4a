package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.resources.ValueSetFile.Code;

/** The table of first answers tells of every line of every request for prior authorization, and of nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplePasOutcomesTest {

    private record Outcome(String name, int line, String determination, String answer) {

        static Outcome of(String row) {
            String[] cells = row.split(",", -1);
            assertThat(cells).as(row).hasSize(5);
            return new Outcome(cells[0], Integer.parseInt(cells[1]), cells[2], cells[3]);
        }
    }

    private List<Outcome> outcomes = List.of();

    @BeforeAll
    void readTheTable() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("samples/pas/outcomes.csv"))) {
            outcomes = lines.skip(1).map(Outcome::of).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.1", "2.2.1"})
    void everyLineOfEveryRequestHasAnOutcomeInEitherVersion(String version) {
        assertThat(outcomes)
                .extracting(outcome -> outcome.name() + " " + outcome.line())
                .containsExactlyInAnyOrderElementsOf(SamplePasRequest.of(version).stream()
                        .filter(Predicate.not(SamplePasRequest::isInquiry))
                        .flatMap(request -> request.items().stream()
                                .map(item -> request.name() + " "
                                        + item.path("sequence").asInt()))
                        .toList());
    }

    @Test
    void aDeterminationIsOneThatThereIs() {
        assertThat(ValueSetFile.named("determination").expansion())
                .extracting(Code::code)
                .containsAll(outcomes.stream()
                        .map(Outcome::determination)
                        .filter(determination -> !determination.equals("none"))
                        .toList());
    }

    @Test
    void everyDeterminationComesUp() {
        assertThat(outcomes)
                .extracting(Outcome::determination)
                .containsAll(ValueSetFile.named("determination").expansion().stream()
                        .map(Code::code)
                        .toList());
    }

    @Test
    void noFirstAnswerDenies() {
        assertThat(outcomes).extracting(Outcome::answer).containsOnly("A1", "A4", "NA", "CT", "C");
    }
}
