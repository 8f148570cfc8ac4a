package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.ANSWERS_THE_FORM;
import static org.precert.conformance.Dtr22Rule.AUTHORED;
import static org.precert.conformance.Dtr22Rule.CONTEXT;
import static org.precert.conformance.Dtr22Rule.COVERAGE;
import static org.precert.conformance.Dtr22Rule.INTENDED_USE;
import static org.precert.conformance.Dtr22Rule.NOT_BASED;
import static org.precert.conformance.Dtr22Rule.ONE_OF_THE_OPTIONS;
import static org.precert.conformance.Dtr22Rule.OWN_REFERENCES;
import static org.precert.conformance.Dtr22Rule.SUBJECT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The response to a form, from the draft to the completed one. */
final class Dtr22ResponseRules {

    private static final Set<String> PURPOSES = Set.of("withpa", "withclaim", "withorder", "retain-doc", "OTH");
    private static final Set<String> CONTEXTS = Set.of(
            "Appointment", "DeviceRequest", "Encounter", "MedicationRequest", "NutritionOrder", "ServiceRequest");

    private Dtr22ResponseRules() {}

    static void check(JsonNode response, Dtr22Findings findings) {
        findings.unless(
                isReference(response.path("subject"), Set.of("Patient")), SUBJECT, response.path("subject") + "");
        findings.unless(
                response.path("authored").asText().matches("\\d{4}-\\d\\d-\\d\\d(T.+)?"),
                AUTHORED,
                response.path("authored").asText("none"));
        findings.unless(!response.has("basedOn") && !response.has("partOf"), NOT_BASED, "it says what it is based on");
        List<JsonNode> coverages = DtrTree.extensions(response, DtrCanonicals.DTR + "qr-coverage");
        findings.unless(
                !coverages.isEmpty() && coverages.stream().allMatch(each -> refersTo(each, Set.of("Coverage"))),
                COVERAGE,
                coverages.toString());
        List<JsonNode> contexts = DtrTree.extensions(response, DtrCanonicals.DTR + "qr-context");
        findings.unless(contexts.stream().allMatch(each -> refersTo(each, CONTEXTS)), CONTEXT, contexts.toString());
        List<JsonNode> purposes = DtrTree.extensions(response, DtrCanonicals.DTR + "intendedUse");
        findings.unless(
                !purposes.isEmpty() && purposes.stream().allMatch(Dtr22ResponseRules::isPurpose),
                INTENDED_USE,
                purposes.toString());
        DtrOrigins.DTR_2_2.check(response, findings);
    }

    /** They lead to the client's resources, or inside; never to ours. */
    static void checkReferences(JsonNode response, JsonNode form, Dtr22Findings findings) {
        String ours = form.path("url").asText().replaceFirst("/Questionnaire/.*", "");
        DtrTree.all(response)
                .map(each -> each.path("reference"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .forEach(reference -> findings.unless(!reference.startsWith(ours), OWN_REFERENCES, reference));
    }

    /** Every item is one of the form, and a coding one of those that it offers: other answers to open choices are words. */
    static void checkAnswers(JsonNode response, JsonNode form, Dtr22Findings findings) {
        Map<String, JsonNode> asked = new HashMap<>();
        DtrTree.items(form).forEach(item -> asked.put(item.path("linkId").asText(), item));
        DtrTree.items(response).forEach(item -> {
            String linkId = item.path("linkId").asText();
            findings.unless(asked.containsKey(linkId), ANSWERS_THE_FORM, linkId);
            JsonNode options = asked.getOrDefault(linkId, item).path("answerOption");
            DtrTree.children(item.path("answer"))
                    .map(answer -> answer.path("valueCoding"))
                    .filter(coding -> coding.isObject() && !options.isEmpty())
                    .forEach(coding ->
                            findings.unless(isOffered(coding, options), ONE_OF_THE_OPTIONS, linkId + " " + coding));
        });
    }

    private static boolean isOffered(JsonNode coding, JsonNode options) {
        return DtrTree.children(options)
                .map(option -> option.path("valueCoding"))
                .anyMatch(option -> option.path("system").equals(coding.path("system"))
                        && option.path("code").equals(coding.path("code")));
    }

    private static boolean isPurpose(JsonNode extension) {
        return DtrTree.children(extension.at("/valueCodeableConcept/coding"))
                .anyMatch(coding -> PURPOSES.contains(coding.path("code").asText())
                        && Set.of(
                                        "http://hl7.org/fhir/us/davinci-crd/CodeSystem/coverage-information-codes",
                                        "http://terminology.hl7.org/CodeSystem/v3-NullFlavor")
                                .contains(coding.path("system").asText()));
    }

    private static boolean refersTo(JsonNode extension, Set<String> types) {
        return isReference(extension.path("valueReference"), types);
    }

    private static boolean isReference(JsonNode reference, Set<String> types) {
        String[] parts = reference.path("reference").asText().split("/");
        return parts.length >= 2 && types.contains(parts[parts.length - 2]);
    }
}
