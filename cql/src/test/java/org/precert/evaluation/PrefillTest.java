package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precert.policy.Policy;

/** What a library that an EHR runs gives to the questions of a form, here. */
class PrefillTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    private static final String CQL = """
            library AuroraPrepopulation version '2026.01.01'

            using FHIR version '4.0.1'

            include PrecertConcepts version '1.0.0' called Concepts
            include PrecertConversions version '1.0.0' called FHIRHelpers

            parameter "Orders" List<String>
            parameter "As Of" Date default Today()

            context Patient

            define Nerves: [Condition: Concepts."Complex regional pain syndrome"]

            define HasCrps: if exists Nerves then true else null

            define HasCrpsEvidence:
              Nerves N return Tuple {
                source: 'Condition/' + N.id.value,
                path: 'code',
                on: date from N.recordedDate.value,
                code: First(N.code.coding C return System.Code { code: C.code.value, system: C.system.value }),
                words: N.code.text.value }

            define KetamineOrders:
              [MedicationRequest: medication in Concepts."Ketamine"] M where ('MedicationRequest/' + M.id.value) in "Orders"

            define Ordered: KetamineOrders M return 'MedicationRequest/' + M.id.value

            define Score: First([Observation: Concepts."Pain severity scores"] O return (O.value as FHIR.integer).value)

            define Dose: First(flatten (KetamineOrders M return flatten (M.dosageInstruction D
              return (D.doseAndRate R return System.Quantity {
                value: (R.dose as FHIR.SimpleQuantity).value.value, unit: (R.dose as FHIR.SimpleQuantity).code.value }))))

            define AsOf: "As Of"

            define Silent: null as System.Boolean

            define Nobody: [Condition: Concepts."Cancer pain"] C return C.id.value
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicyDesk desk;
    private Policy policy;

    @BeforeEach
    void open(@TempDir Path folder) {
        Aurora aurora = new Aurora(folder).policy().prepopulation(CQL);
        desk = new PolicyDesks(FhirContext.forR4Cached(), Terminology.all(), Duration.ofSeconds(20))
                .open(List.of(aurora.files()), false);
        policy = desk.book().versions("aurora").get(0);
    }

    private Prefill prefill(String... resources) {
        List<Resource> facts = new ArrayList<>();
        for (String each : resources) {
            facts.add((Resource) FhirContext.forR4Cached().newJsonParser().parseResource(each));
        }
        return desk.prefill(policy, new FormQuestion("p", List.of("MedicationRequest/m"), DAY, new Facts(facts)));
    }

    private static String condition(String id, String code) {
        return """
                {"resourceType": "Condition", "id": "%s", "recordedDate": "2026-03-12", "code": {"text": "CRPS of the hand",
                 "coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "%s"}]}}""".formatted(id, code);
    }

    @Test
    void silenceIsBlank() {
        assertThat(prefill().byDefine()).containsOnlyKeys("AsOf");
    }

    @Test
    void aRecordIsAnAnswerWithWhereItWasReadFrom() {
        assertThat(prefill(condition("c", "G90.511"), condition("d", "I10")).byDefine())
                .containsEntry(
                        "HasCrps",
                        new Known(
                                "HasCrps",
                                List.of(new Value.YesNo(true)),
                                List.of(new Grounds(
                                        "Condition/c",
                                        "code",
                                        Optional.of(LocalDate.parse("2026-03-12")),
                                        "http://hl7.org/fhir/sid/icd-10-cm",
                                        "G90.511",
                                        "",
                                        "",
                                        ""))));
    }

    @Test
    void evidenceIsNoAnswer() {
        assertThat(prefill(condition("c", "G90.511")).byDefine()).doesNotContainKey("HasCrpsEvidence");
    }

    @Test
    void theDayAndTheOrdersArePassed() {
        Map<String, Known> known = prefill(order("m"), order("n")).byDefine();
        assertThat(known.get("AsOf").values()).containsExactly(new Value.Day(DAY));
        assertThat(known.get("Ordered").values()).containsExactly(new Value.Words("MedicationRequest/m"));
    }

    @Test
    void amountsAndNumbersKeepTheirValue() {
        Map<String, Known> known = prefill(order("m"), """
                        {"resourceType": "Observation", "id": "o", "status": "final", "valueInteger": 8, "code": {"coding":
                         [{"system": "http://loinc.org", "code": "72514-3"}]}}""").byDefine();
        assertThat(known.get("Dose").values()).containsExactly(new Value.Amount(new BigDecimal("0.50"), "mg/kg"));
        assertThat(known.get("Score").values()).containsExactly(new Value.Count(8));
    }

    @Test
    void anOrderIsFoundByTheMedicationThatItRefersTo() {
        String order = order("m")
                .replaceFirst(
                        "(?s)\"medicationCodeableConcept\": .*?\\]\\},",
                        "\"medicationReference\": {\"reference\": \"Medication/k\"},");
        String medication = """
                {"resourceType": "Medication", "id": "k", "code": {"coding":
                 [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "6130"}]}}""";
        assertThat(prefill(order).byDefine()).doesNotContainKey("Ordered");
        assertThat(prefill(order, medication).byDefine()).containsKey("Ordered");
    }

    @Test
    void theShippedLibrariesAreTheOneAndWhatItIncludes() throws JsonProcessingException {
        List<FormLibrary> shipped = desk.formLibraries(policy);
        assertThat(shipped)
                .extracting(FormLibrary::name)
                .containsExactly("AuroraPrepopulation", "PrecertConcepts", "PrecertConversions");
        JsonNode elm = JSON.readTree(shipped.get(0).elm()).path("library");
        assertThat(elm.at("/identifier/version").asText()).isEqualTo("2026.01.01");
        assertThat(elm.at("/statements/def").findValues("locator")).isEmpty();
        assertThat(elm.at("/statements/def").findValues("annotation")).isEmpty();
        assertThat(elm.at("/annotation/0/translatorVersion").asText()).isNotEmpty();
    }

    @Test
    void itsNeedsAreNarrow() {
        FormLibrary shipped = desk.formLibraries(policy).get(0);
        assertThat(shipped.needs())
                .containsExactlyInAnyOrder(
                        new DataNeed("Condition", "code", "https://precert.dev/fhir/ValueSet/cancer-pain"),
                        new DataNeed(
                                "Condition",
                                "code",
                                "https://precert.dev/fhir/ValueSet/complex-regional-pain-syndrome"),
                        new DataNeed("MedicationRequest", "medication", "https://precert.dev/fhir/ValueSet/ketamine"),
                        new DataNeed("Observation", "code", "https://precert.dev/fhir/ValueSet/pain-severity-scores"));
        assertThat(shipped.valueSets()).hasSize(4).contains("https://precert.dev/fhir/ValueSet/ketamine");
    }

    private static String order(String id) {
        return """
                {"resourceType": "MedicationRequest", "id": "%s", "status": "draft", "intent": "order",
                 "medicationCodeableConcept": {"coding":
                  [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "6130"}]},
                 "subject": {"reference": "Patient/p"},
                 "dosageInstruction": [{"doseAndRate": [{"doseQuantity":
                  {"value": 0.50, "unit": "mg/kg", "code": "mg/kg", "system": "http://unitsofmeasure.org"}}]}]}""".formatted(id);
    }
}
