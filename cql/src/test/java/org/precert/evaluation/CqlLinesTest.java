package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.elm.r1.Library;
import org.junit.jupiter.api.Test;
import org.precert.policy.PolicyFiles;

/** A line of CQL and the define that stands there are found by each other. */
class CqlLinesTest {

    private static final String CQL = """
            library Sketch version '1.0.0'

            valueset "Pain": 'urn:pain'

            parameter "As Of" Date

            context Unfiltered

            define "One Line": 1

            define Several:
              "One Line"
                + 2

            define function Twice(a Integer):
              a * 2

            define function Twice(a Decimal):
              a * 2.0
            """;

    private final CqlLines lines = CqlLines.of(List.of(compiled()));

    @Test
    void everyDefineHasItsLines() {
        assertThat(lines.in("Sketch"))
                .containsExactly(
                        new CqlLines.Define("Sketch", "Pain", 3, 3),
                        new CqlLines.Define("Sketch", "As Of", 5, 5),
                        new CqlLines.Define("Sketch", "One Line", 9, 9),
                        new CqlLines.Define("Sketch", "Several", 11, 13),
                        new CqlLines.Define("Sketch", "Twice", 15, 16),
                        new CqlLines.Define("Sketch", "Twice", 18, 19));
    }

    @Test
    void ofTwoFunctionsOfOneNameTheFirstIsFound() {
        assertThat(lines.find("Sketch", "Twice"))
                .hasValueSatisfying(twice -> assertThat(twice.first()).isEqualTo(15));
        assertThat(lines.find("Sketch", "twice")).isEmpty();
        assertThat(lines.find("Other", "Twice")).isEmpty();
    }

    @Test
    void aLineIsOfTheDefineThatSpansIt() {
        assertThat(List.of(11, 12, 13))
                .allSatisfy(line -> assertThat(lines.around("Sketch", line))
                        .hasValueSatisfying(define -> assertThat(define.name()).isEqualTo("Several")));
        assertThat(List.of(0, 1, 10, 14, 17, 20, 10_000))
                .allSatisfy(line -> assertThat(lines.around("Sketch", line)).isEmpty());
        assertThat(lines.around("Other", 11)).isEmpty();
    }

    @Test
    void whatTheBuildCompiledHasItsLinesStill() {
        PolicyFiles shared = PolicyFiles.ofClasspath(PolicyDesks.SHARED);
        CqlLines built = CqlLines.of(List.of(
                ElmLibraries.read(shared.required("PrecertFacts.elm.json")),
                ElmLibraries.read(shared.required("PrecertConcepts.elm.json"))));
        assertThat(built.libraries()).containsExactlyInAnyOrder("PrecertFacts", "PrecertConcepts");
        for (String library : built.libraries()) {
            List<String> text = shared.required(library + ".cql").lines().toList();
            assertThat(built.in(library))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(
                            define -> assertThat(text.get(define.first() - 1)).contains(define.name()));
        }
    }

    private static Library compiled() {
        return new CqlCompiler(List.of(CQL)).compile("Sketch.cql", CQL);
    }
}
