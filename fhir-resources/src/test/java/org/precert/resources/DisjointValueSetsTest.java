package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.precert.resources.ValueSetFile.Code;

/** Where value sets sort codes into groups, no code is in two of them. */
class DisjointValueSetsTest {

    @Test
    void anIndicationIsInOneGroup() {
        assertThat(codesOf(
                        "chronic-pain",
                        "psychiatric",
                        "substance-use",
                        "cancer-pain",
                        "unclear-pain",
                        "unclear-psychiatric",
                        "outside-indications"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRouteIsInOneGroup() {
        assertThat(codesOf("intravenous-routes", "intramuscular-routes", "subcutaneous-routes", "other-routes"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCodeNamesOneDrugOrNone() {
        assertThat(codesOf("ketamine", "lidocaine", "esketamine", "names-no-drug"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aProcedureIsAnInfusionOrTherapyOrMonitoring() {
        assertThat(codesOf("intravenous-procedures", "psychotherapy", "psychedelic-therapy-monitoring"))
                .doesNotHaveDuplicates();
    }

    @Test
    void anEcgResultIsNormalOrAbnormal() {
        assertThat(codesOf("normal-ecg-results", "abnormal-ecg-results")).doesNotHaveDuplicates();
    }

    @Test
    void anEndedLidocaineCodeStillNamesLidocaine() {
        assertThat(codesOf("lidocaine"))
                .containsAll(codesOf("ended-lidocaine-codes").toList());
    }

    @Test
    void complexRegionalPainSyndromeIsChronicPain() {
        assertThat(codesOf("chronic-pain"))
                .containsAll(codesOf("complex-regional-pain-syndrome").toList());
    }

    private static Stream<Code> codesOf(String... valueSets) {
        return Stream.of(valueSets).flatMap(id -> ValueSetFile.named(id).expansion().stream());
    }
}
