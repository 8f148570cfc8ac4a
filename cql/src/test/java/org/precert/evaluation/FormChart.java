package org.precert.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A chart told in few words, and what the form of a payer of the build is filled with from it. */
final class FormChart {

    static final LocalDate DAY = LocalDate.parse("2026-06-01");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CONCEPT = Pattern.compile("'@([A-Z0-9]+)#([^ ']+)'");
    private static final Map<String, String> SYSTEMS = Map.of(
            "CPT", "http://www.ama-assn.org/go/cpt",
            "HCPCS", "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "RXNORM", "http://www.nlm.nih.gov/research/umls/rxnorm",
            "SNOMED", "http://snomed.info/sct",
            "ICD10", "http://hl7.org/fhir/sid/icd-10-cm",
            "LOINC", "http://loinc.org",
            "SCALE", "https://precert.dev/fhir/CodeSystem/rating-scale",
            "FLAG", "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
            "VERIFICATION", "http://terminology.hl7.org/CodeSystem/condition-ver-status",
            "CLINICAL", "http://terminology.hl7.org/CodeSystem/condition-clinical");

    private final List<JsonNode> resources = new ArrayList<>();

    static FormChart empty() {
        return new FormChart();
    }

    /**
     * Adds a resource.
     *
     * @param members as JSON with single quotes; '@SYSTEM#code' is a CodeableConcept
     */
    FormChart with(String type, String id, String members) {
        String spelled = CONCEPT.matcher(members)
                .replaceAll(match -> "{'coding':[{'system':'" + SYSTEMS.get(match.group(1)) + "','code':'"
                        + match.group(2) + "'}]}");
        resources.add(json("{'resourceType':'" + type + "','id':'" + id + "'," + spelled + "}"));
        return this;
    }

    FormChart drugOrder(String id, String drug, String members) {
        return with(
                "MedicationRequest",
                id,
                "'status':'draft','intent':'order','subject':{'reference':'Patient/p'},'medicationCodeableConcept':'@"
                        + drug + "'" + members);
    }

    FormChart serviceOrder(String id, String service, String members) {
        return with(
                "ServiceRequest",
                id,
                "'status':'draft','intent':'order','subject':{'reference':'Patient/p'},'code':'@" + service + "'"
                        + members);
    }

    /** @param value an element value[x], or none: {@code ,'valueInteger':8} */
    FormChart observation(String id, String code, String on, String value) {
        return with(
                "Observation", id, "'status':'final','code':'@" + code + "','effectiveDateTime':'" + on + "'" + value);
    }

    FormChart problem(String id, String code, String members) {
        return with("Condition", id, "'subject':{'reference':'Patient/p'},'code':'@" + code + "'" + members);
    }

    FormChart pressures(String id, String on, int systolic, int diastolic) {
        return observation(
                id,
                "LOINC#85354-9",
                on,
                ",'component':[{'code':'@LOINC#8480-6','valueQuantity':{'value':" + systolic
                        + ",'code':'mm[Hg]'}},{'code':'@LOINC#8462-4','valueQuantity':{'value':" + diastolic
                        + ",'code':'mm[Hg]'}}]");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    Facts facts() {
        FactsReader reader = CaseDesk.ofTheBuild().reader();
        return reader.read(reader.canonical(resources, reference -> reference));
    }

    List<JsonNode> resources() {
        return List.copyOf(resources);
    }

    Prefill prefill(String payer, String... orders) {
        CaseDesk desk = CaseDesk.ofTheBuild();
        return desk.desk()
                .prefill(
                        desk.desk().book().versions(payer).get(0),
                        new FormQuestion("p", List.of(orders), DAY, facts()));
    }

    /** What a define gives; nothing where it is null. */
    List<Value> values(String payer, String define, String... orders) {
        Known known = prefill(payer, orders).byDefine().get(define);
        return known == null ? List.of() : known.values();
    }

    /** The codes that a define gives. */
    List<String> codes(String payer, String define, String... orders) {
        return values(payer, define, orders).stream()
                .map(value -> ((Value.Coded) value).code())
                .toList();
    }

    /** Where a define's answer was read, as source and path. */
    List<String> grounds(String payer, String define, String... orders) {
        return prefill(payer, orders).byDefine().get(define).grounds().stream()
                .map(each -> each.source() + " " + each.path())
                .toList();
    }
}
