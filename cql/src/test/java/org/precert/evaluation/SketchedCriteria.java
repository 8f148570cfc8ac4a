package org.precert.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to know of the criteria of the demonstration policy.
 *
 * @param therapies three or more: fewer are silence in a chart, and a no on a form
 */
record SketchedCriteria(
        Optional<Boolean> crps,
        Optional<Integer> therapies,
        Optional<Integer> pain,
        Optional<Boolean> ecg,
        Optional<Boolean> bloodPressure,
        Optional<Integer> infusions) {

    private static final List<String> CONVENTIONAL = List.of("25480", "72625", "704", "187832");

    Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        crps.ifPresent(yes -> answers.put("crps", yes));
        therapies.ifPresent(count -> answers.put("therapies-tried", count));
        pain.ifPresent(score -> answers.put("pain-severity", score));
        ecg.ifPresent(normal -> answers.put("ecg", normal));
        bloodPressure.ifPresent(acceptable -> answers.put("blood-pressure", acceptable));
        infusions.ifPresent(count -> answers.put("infusion-plan", count));
        return answers;
    }

    /** All but the infusions, which an order plans. */
    List<Map<String, Object>> chart() {
        List<Map<String, Object>> chart = new ArrayList<>();
        crps.ifPresent(yes -> chart.add(problem(yes ? "confirmed" : "refuted")));
        therapies.ifPresent(count -> CONVENTIONAL.subList(0, count).forEach(code -> chart.add(taken(code))));
        pain.ifPresent(score -> chart.add(observation("pain", "72514-3", quantity(score, "{score}"))));
        ecg.ifPresent(normal -> chart.add(observation("ecg", "11524-6", interpretation(normal ? "N" : "A"))));
        bloodPressure.ifPresent(acceptable -> {
            chart.add(observation("systolic", "8480-6", quantity(acceptable ? 128 : 165, "mm[Hg]")));
            chart.add(observation("diastolic", "8462-4", quantity(82, "mm[Hg]")));
        });
        return chart;
    }

    private static Map<String, Object> problem(String verified) {
        return SketchedFacts.map("""
                {"resourceType": "Condition", "id": "crps",
                 "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "G90.50"}]},
                 "verificationStatus": {"coding": [
                   {"system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "%s"}]}}
                """.formatted(verified));
    }

    private static Map<String, Object> taken(String code) {
        return SketchedFacts.map("""
                {"resourceType": "MedicationStatement", "id": "taken-%1$s", "status": "completed",
                 "medicationCodeableConcept": {"coding": [
                   {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "%1$s"}]}}
                """.formatted(code));
    }

    private static Map<String, Object> observation(String id, String code, String value) {
        return SketchedFacts.map("""
                {"resourceType": "Observation", "id": "%s", "status": "final", "effectiveDateTime": "2026-05-20",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "%s"}]}, %s}
                """.formatted(id, code, value));
    }

    private static String quantity(int value, String unit) {
        return "\"valueQuantity\": {\"value\": %d, \"code\": \"%s\"}".formatted(value, unit);
    }

    private static String interpretation(String code) {
        return """
                "interpretation": [{"coding": [{"code": "%s",
                  "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"}]}]
                """.formatted(code);
    }
}
