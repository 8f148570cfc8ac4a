package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.policy.Policy;

/** What each policy of the build reads of a chart, and that it reads nothing else. */
class DataNeedsTest {

    private static final CaseDesk DESK = CaseDesk.ofTheBuild();

    /** The orders, what they refer to and the coverage under review come with the request. */
    private static final Set<String> COME_WITH_THE_REQUEST =
            Set.of("ServiceRequest", "MedicationRequest", "Appointment", "Encounter", "Medication", "Coverage");

    static Stream<CaseFile.Case> cases() {
        return PolicyCasesTest.cases()
                .filter(each -> each.text().chart() != null || each.text().answers() != null);
    }

    @ParameterizedTest
    @CsvSource({
        "bcbsks, Condition QuestionnaireResponse",
        "bcbsri, Condition QuestionnaireResponse",
        "premera, Condition QuestionnaireResponse",
        "medica, Condition Coverage QuestionnaireResponse",
        "excellus, Condition QuestionnaireResponse",
        "example, Condition DiagnosticReport MedicationRequest MedicationStatement Observation Procedure QuestionnaireResponse",
    })
    void aPolicyNeedsWhatItsDefinesReach(String payer, String types) {
        assertThat(DESK.desk().book().versions(payer))
                .flatExtracting(DESK.desk()::needs)
                .extracting(DataNeed::type)
                .containsExactly(types.split(" "));
    }

    /** Without the types that it does not need, a chart gets the same answer. */
    @ParameterizedTest
    @MethodSource("cases")
    void nothingElseChangesAnAnswer(CaseFile.Case each) {
        Question question = DESK.question(each.payer(), each.text());
        List<String> needed = DESK.desk().book().versions(each.payer()).stream()
                .flatMap(policy -> DESK.desk().needs(policy).stream())
                .map(DataNeed::type)
                .toList();
        Facts less = new Facts(question.facts().all().stream()
                .filter(resource ->
                        needed.contains(resource.fhirType()) || COME_WITH_THE_REQUEST.contains(resource.fhirType()))
                .toList());
        assertThat(DESK.desk().rule(DESK.payer(each.payer()), with(question, less)))
                .isEqualTo(DESK.desk().rule(DESK.payer(each.payer()), question));
    }

    @Test
    void aPolicyOfADeploymentTellsItsNeedsToo(@TempDir Path folder) {
        CaseDesk desk = CaseDesk.open(List.of(new Aurora(folder).policy().files()), List.of(), Duration.ofSeconds(30));
        Policy aurora = desk.desk().book().versions("aurora").get(0);
        assertThat(desk.desk().needs(aurora))
                .containsExactly(DataNeed.of("Condition"), DataNeed.of("QuestionnaireResponse"));
    }

    private static Question with(Question question, Facts facts) {
        return new Question(
                question.order(),
                question.ordersTogether(),
                question.coverage(),
                question.lineOfBusiness(),
                question.lineEvidence(),
                question.dateOfService(),
                question.patient(),
                facts);
    }
}
