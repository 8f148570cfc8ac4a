package org.precert.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The parts that both versions spell alike, one after the other. */
record Parts(ArrayNode parts) {

    private static final String DETERMINATIONS = "https://precert.dev/fhir/CodeSystem/determination";

    void coverage(CoverageInformation information) {
        part("coverage").putObject("valueReference").put("reference", information.coverage());
    }

    void code(String url, String value) {
        part(url).put("valueCode", value);
    }

    void documented(Documents documents) {
        code(
                "doc-needed",
                switch (documents.by()) {
                    case CLINICAL -> "clinical";
                    case ADMIN -> "admin";
                });
    }

    void purpose(Documents.Purpose purpose) {
        switch (purpose) {
            case WITH_PA -> code("doc-purpose", "withpa");
            case WITH_CLAIM -> code("doc-purpose", "withclaim");
            case WITH_ORDER -> code("doc-purpose", "withorder");
            case RETAIN -> code("doc-purpose", "retain-doc");
            case UNSTATED -> {}
        }
    }

    void billingCodes(CoverageInformation information) {
        for (CoverageInformation.BillingCode code : information.billingCodes()) {
            part("billingCode")
                    .putObject("valueCoding")
                    .put("system", code.system())
                    .put("code", code.code());
        }
    }

    /** The determination, whatever the version; codes of the version's own set come after it. */
    ArrayNode reason(CoverageInformation information) {
        ObjectNode reason = part("reason").putObject("valueCodeableConcept");
        ArrayNode codings = reason.putArray("coding");
        codings.addObject()
                .put("system", DETERMINATIONS)
                .put("code", information.reason().determination().code());
        reason.put("text", information.reason().text());
        return codings;
    }

    void dependencies(CoverageInformation information) {
        information
                .dependencies()
                .forEach(order -> part("dependency").putObject("valueReference").put("reference", order));
    }

    void end(CoverageInformation information) {
        information
                .documents()
                .flatMap(Documents::questionnaire)
                .ifPresent(form -> part("questionnaire").put("valueCanonical", form));
        part("date").put("valueDate", information.date().toString());
        part("coverage-assertion-id").put("valueString", information.assertionId());
    }

    ObjectNode part(String url) {
        return parts.addObject().put("url", url);
    }
}
