package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.precert.decision.Decision;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;

/** Where an answer comes from is told. */
class AnswersTest {

    private static final CaseDesk DESK = CaseDesk.ofTheBuild();
    private static final String DAY = "2026-06-01";
    private static final CaseFile.Member COMMERCIAL = new CaseFile.Member("512", null, null, null, null);

    @Test
    void theEvidenceOfAnAnswerNamesTheFormAndTheQuestion() {
        Map<String, Object> answers = Map.of("drug", "RXNORM#6130", "indication-group", "chronic-pain");
        assertThat(evidence(DESK.rule("bcbsks", answered(OrderText.procedure("CPT#96365", null, null), answers))))
                .contains(
                        new Evidence(
                                "drug",
                                "QuestionnaireResponse/form",
                                "drug",
                                "http://www.nlm.nih.gov/research/umls/rxnorm",
                                "6130",
                                ""),
                        new Evidence(
                                "indication",
                                "QuestionnaireResponse/form",
                                "indication-group",
                                "https://precert.dev/fhir/CodeSystem/indication-group",
                                "chronic-pain",
                                ""));
    }

    @Test
    void theEvidenceOfACodedOrderDoesNotNameTheForm() {
        CaseFile.Order order = OrderText.drug(OrderText.KETAMINE, OrderText.INTRAVENOUS, OrderText.CHRONIC_PAIN);
        Map<String, Object> answers = Map.of("drug", "RXNORM#6130", "route", "SNOMED#47625008");
        assertThat(evidence(DESK.rule("bcbsks", answered(order, answers))))
                .extracting(Evidence::source)
                .contains("MedicationRequest/order-1")
                .doesNotContain("QuestionnaireResponse/form");
    }

    @Test
    void aYesWithADocumentBesideItShowsBoth() {
        ObjectNode form = CompletedForm.of("MedicationRequest/order-1", Map.of("ecg", true));
        form.withArray("item")
                .addObject()
                .put("linkId", "ecg.record")
                .putArray("answer")
                .addObject()
                .putObject("valueAttachment")
                .put("title", "ECG of May");
        CaseFile.Order order = OrderText.drug(OrderText.KETAMINE, OrderText.INTRAVENOUS, OrderText.CHRONIC_PAIN);
        CaseFile.Text text = OrderText.text(DAY, COMMERCIAL, order);
        Ruling ruling = DESK.rule(
                "example",
                new CaseFile.Text(
                        "", DAY, COMMERCIAL, order, List.of(), List.of(SketchedFacts.map(form)), text.expect()));
        assertThat(ruling.findings().criteria())
                .filteredOn(criterion -> criterion.id().equals("ecg"))
                .flatExtracting(Finding::evidence)
                .containsExactlyInAnyOrder(
                        new Evidence("ecg", "QuestionnaireResponse/form", "ecg", "", "", "true"),
                        new Evidence("ecg", "QuestionnaireResponse/form", "ecg.record", "", "", "ECG of May"));
    }

    private static CaseFile.Text answered(CaseFile.Order order, Map<String, Object> answers) {
        CaseFile.Text text = OrderText.text(DAY, COMMERCIAL, order);
        return new CaseFile.Text("", DAY, COMMERCIAL, order, List.of(), null, answers, text.expect());
    }

    private static List<Evidence> evidence(Ruling ruling) {
        assertThat(ruling.decision()).isInstanceOf(Decision.Stated.class);
        return ((Decision.Stated) ruling.decision()).finding().evidence();
    }
}
