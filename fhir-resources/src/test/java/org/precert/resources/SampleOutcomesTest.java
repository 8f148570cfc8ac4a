package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.precert.resources.ValueSetFile.Code;

/** The table of outcomes tells of every sample, and of nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleOutcomesTest {

    private record Outcome(
            String request, String order, String coverage, String payer, String determination, String statement) {

        static Outcome of(String line) {
            String[] cells = line.split(",", -1);
            return new Outcome(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }
    }

    private static final Set<String> PAYERS = Set.of("bcbsks", "bcbsri", "premera", "medica", "excellus", "example");

    private List<Outcome> outcomes = List.of();

    @BeforeAll
    void readTheTable() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("samples/outcomes.csv"))) {
            outcomes = lines.skip(1).map(Outcome::of).toList();
        }
    }

    @Test
    void everyOrderHasAnOutcome() {
        assertThat(outcomes.stream().map(Outcome::order).collect(Collectors.toSet()))
                .isEqualTo(SampleRequest.of("order-sign").stream()
                        .flatMap(request -> request.orders().stream())
                        .map(SampleRequest::reference)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyOutcomeIsUnderACoverageOfItsRequest() {
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(SampleRequest.of("order-sign"))
                        .filteredOn(request -> request.name().equals(outcome.request()))
                        .singleElement()
                        .satisfies(request -> assertThat(request.coverages())
                                .extracting(
                                        SampleRequest::reference,
                                        coverage -> coverage.at("/payor/0/reference")
                                                .asText())
                                .contains(tuple(outcome.coverage(), "Organization/" + outcome.payer()))));
    }

    @Test
    void everyDeterminationComesUp() {
        assertThat(outcomes)
                .extracting(Outcome::determination)
                .contains("none")
                .containsAll(ValueSetFile.named("determination").expansion().stream()
                        .map(Code::code)
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
    void everyPayerComesUp() {
        assertThat(outcomes).extracting(Outcome::payer).containsAll(PAYERS);
    }
}
