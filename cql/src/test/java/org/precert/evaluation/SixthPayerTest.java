package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precert.decision.Determination;
import org.precert.policy.InvalidPolicy;
import org.precert.policy.PolicyFiles;

/** A deployment adds a payer by a folder alone; a folder that can not be right is not served. */
class SixthPayerTest {

    private static final String OWN_PRODUCT = "urn:oid:2.999#own";

    @TempDir
    private Path folder;

    private Aurora aurora;

    @BeforeEach
    void writePayer() {
        aurora = new Aurora(folder);
    }

    @Test
    void aFolderAnswersForItsPayer() {
        aurora.policy();
        assertThat(asked(OrderText.ketamineInfusion("2026-06-01"))).isEqualTo(Determination.NOT_COVERED);
    }

    @Test
    void thePayersOfTheBuildAnswerBesideIt() {
        aurora.policy();
        assertThat(open(List.of(), CaseDesk.build())
                        .rule("premera", OrderText.ketamineInfusion("2026-06-01"))
                        .decision()
                        .determination())
                .isEqualTo(Determination.INVESTIGATIONAL);
    }

    @Test
    void cqlThatDoesNotCompileIsNamedByFileAndLine() {
        aurora.policy().cql("and \"Route is intravenous\"", "and \"Route is unheard of\"");
        assertThatThrownBy(() -> open(List.of()))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("AuroraKetamine.cql:31:", "Route is unheard of");
    }

    @Test
    void aStatementWithoutItsDefineIsRefused() {
        aurora.policy().cql("@statement: IV-1", "@statement: IV-2");
        assertThatThrownBy(() -> open(List.of()))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("aurora-ketamine|2026.01.01", "IV-1", "IV-2");
    }

    @Test
    void aPolicyWithoutItsLibraryIsRefused() {
        aurora.policy().change(Aurora.FOLDER + "/policy.yaml", "library: AuroraKetamine", "library: AuroraOther");
        assertThatThrownBy(() -> open(List.of()))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("AuroraOther");
    }

    @Test
    void aLibraryOfATakenNameIsRefused() {
        aurora.policy().cql("library AuroraKetamine", "library MedicaMb2300");
        assertThatThrownBy(() -> open(List.of(), CaseDesk.build()))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("AuroraKetamine.cql", "MedicaMb2300");
    }

    @Test
    void eachOfTwoVersionsAnswersOnItsDays() {
        aurora.policy()
                .version(
                        "aurora/ketamine-2024",
                        "AuroraKetamine2024",
                        "2024.01.01",
                        "from: 2024-01-01, until: 2025-12-31",
                        "investigational");
        CaseDesk desk = open(List.of());
        assertThat(List.of("2023-12-31", "2024-01-01", "2025-12-31", "2026-01-01"))
                .extracting(day -> desk.rule("aurora", OrderText.ketamineInfusion(day))
                        .decision()
                        .determination())
                .containsExactly(
                        Determination.NO_POLICY_IN_FORCE,
                        Determination.INVESTIGATIONAL,
                        Determination.INVESTIGATIONAL,
                        Determination.NOT_COVERED);
    }

    @Test
    void twoVersionsOfOneDayAreRefused() {
        aurora.policy()
                .version(
                        "aurora/ketamine-2024",
                        "AuroraKetamine2024",
                        "2024.01.01",
                        "from: 2024-01-01",
                        "investigational");
        assertThatThrownBy(() -> open(List.of()))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("aurora-ketamine|2024.01.01", "aurora-ketamine|2026.01.01");
    }

    @Test
    void aProductCodeOfItsOwnIsNotUnderstood() {
        aurora.policy();
        assertThat(asked(OrderText.ofDrug("2026-06-01", OWN_PRODUCT))).isEqualTo(Determination.INFORMATION_NEEDED);
    }

    @Test
    void aValueSetOfTheSameCanonicalMakesItOne() throws JsonProcessingException {
        aurora.policy();
        JsonNode wider = new ObjectMapper().readTree("""
                        { "resourceType": "ValueSet", "url": "https://precert.dev/fhir/ValueSet/ketamine", "status": "active",
                          "compose": { "include": [{ "system": "urn:oid:2.999", "concept": [{ "code": "own" }] }] } }
                        """);
        assertThat(open(List.of(wider))
                        .rule("aurora", OrderText.ofDrug("2026-06-01", OWN_PRODUCT))
                        .decision()
                        .determination())
                .isEqualTo(Determination.NOT_COVERED);
    }

    private Determination asked(CaseFile.Text order) {
        return open(List.of()).rule("aurora", order).decision().determination();
    }

    private CaseDesk open(List<JsonNode> terminology, PolicyFiles... others) {
        List<PolicyFiles> folders =
                Stream.concat(Stream.of(others), Stream.of(aurora.files())).toList();
        return CaseDesk.open(folders, terminology, Duration.ofSeconds(30));
    }
}
