package org.precert.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Dtr22RulesTest {

    @Test
    void goodPackagesAndRepliesKeepToThem() {
        assertThat(Dtr22Rules.ofPackage(DtrExample.dtr22().standardPackage())).isEmpty();
        assertThat(Dtr22Rules.ofPackage(DtrExample.dtr22().adaptivePackage())).isEmpty();
        assertThat(inAPackage(DtrExample.dtr22().question().toString())).isEmpty();
        assertThat(inAPackage(DtrExample.dtr22().completed().toString())).isEmpty();
    }

    static Stream<Dtr22Spoilt> spoilt() {
        return Stream.of(Dtr22Spoilt.ofPackages(), Dtr22Spoilt.ofForms()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void eachFindsWhatBreaksIt(Dtr22Spoilt spoilt) {
        List<String> findings =
                spoilt.isReply() ? inAPackage(spoilt.json().toString()) : Dtr22Rules.ofPackage(spoilt.json());
        assertThat(findings).anyMatch(finding -> finding.startsWith(spoilt.rule() + " ("));
    }

    @Test
    void noneIsWithoutASpoiltExample() {
        assertThat(spoilt().map(Dtr22Spoilt::rule)).containsAll(Arrays.asList(Dtr22Rule.values()));
    }

    @Test
    void anOutcomeAloneIsAnAnswer() {
        assertThat(Dtr22Rules.ofPackage(DtrExample.json("""
                        {
                          "resourceType": "Parameters",
                          "parameter": [{"name": "outcome", "resource": {"resourceType": "OperationOutcome"}}]
                        }
                        """))).isEmpty();
    }

    @Test
    void theAnswersToTheOldVersionBreakThem() {
        assertThat(Dtr22Rules.ofPackage(DtrExample.dtr201().standardPackage())).isNotEmpty();
    }

    private static List<String> inAPackage(String reply) {
        return Dtr22Rules.ofReply(DtrExample.json(reply), DtrExample.dtr22().adaptivePackage());
    }
}
