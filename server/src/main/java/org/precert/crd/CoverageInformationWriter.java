package org.precert.crd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes ext-coverage-information as CRD 2.0.1 has it, into a copy of the order as it came in. Nothing else of the order
 * changes. https://hl7.org/fhir/us/davinci-crd/STU2/StructureDefinition-ext-coverage-information.html
 */
final class CoverageInformationWriter {

    static final String URL = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information";
    private static final String DETERMINATIONS = "https://precert.dev/fhir/CodeSystem/determination";

    /** Adds the information; an older one about the same coverage makes way. */
    void write(ObjectNode order, CoverageInformation information) {
        ArrayNode extensions =
                order.path("extension") instanceof ArrayNode present ? present : order.putArray("extension");
        for (int i = extensions.size() - 1; i >= 0; i--) {
            if (isAbout(extensions.path(i), information.coverage())) {
                extensions.remove(i);
            }
        }
        ObjectNode extension = extensions.addObject();
        write(extension.putArray("extension"), information);
        extension.put("url", URL);
    }

    private static boolean isAbout(com.fasterxml.jackson.databind.JsonNode extension, String coverage) {
        if (!extension.path("url").asText().equals(URL)) {
            return false;
        }
        for (var part : extension.path("extension")) {
            if (part.path("url").asText().equals("coverage")) {
                String reference = part.path("valueReference").path("reference").asText();
                return reference.equals(coverage) || reference.endsWith("/" + coverage);
            }
        }
        return false;
    }

    private static void write(ArrayNode parts, CoverageInformation information) {
        part(parts, "coverage").putObject("valueReference").put("reference", information.coverage());
        code(parts, "covered", information.covered());
        // As published, invariant crd-ci-q2 fails on "not covered" without pa-needed, whatever its text says; and none
        // of
        // these determinations asks for authorization. CRD 2.2 wants it left out: decisions/0005.
        code(parts, "pa-needed", information.paNeeded().orElse("no-auth"));
        information.docNeeded().ifPresent(value -> code(parts, "doc-needed", value));
        information.docPurpose().ifPresent(value -> code(parts, "doc-purpose", value));
        information.infoNeeded().ifPresent(value -> code(parts, "info-needed", value));
        for (CoverageInformation.BillingCode code : information.billingCodes()) {
            part(parts, "billingCode")
                    .putObject("valueCoding")
                    .put("system", code.system())
                    .put("code", code.code());
        }
        reason(parts, information);
        information
                .questionnaire()
                .ifPresent(value -> part(parts, "questionnaire").put("valueCanonical", value));
        part(parts, "date").put("valueDate", information.date());
        part(parts, "coverage-assertion-id").put("valueString", information.assertionId());
    }

    private static void reason(ArrayNode parts, CoverageInformation information) {
        ObjectNode reason = part(parts, "reason").putObject("valueCodeableConcept");
        reason.putArray("coding")
                .addObject()
                .put("system", DETERMINATIONS)
                .put("code", information.determination().code());
        reason.put("text", information.reason());
    }

    private static void code(ArrayNode parts, String url, String value) {
        part(parts, url).put("valueCode", value);
    }

    private static ObjectNode part(ArrayNode parts, String url) {
        return parts.addObject().put("url", url);
    }
}
