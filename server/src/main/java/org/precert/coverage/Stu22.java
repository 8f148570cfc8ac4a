package org.precert.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Set;
import org.precert.coverage.CoverageInformation.Authorization;
import org.precert.coverage.CoverageInformation.Covered;

/**
 * CRD 2.2. https://hl7.org/fhir/us/davinci-crd/StructureDefinition-ext-coverage-information.html
 */
final class Stu22 implements Spelling {

    private static final String REASONS = "http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp";
    private static final String DETAILS = "http://terminology.hl7.org/CodeSystem/crd-coverage-detail";

    @Override
    public void write(ArrayNode target, CoverageInformation information) {
        Parts parts = new Parts(target);
        parts.coverage(information);
        parts.code("covered", covered(information.covered()));
        information.authorization().ifPresent(value -> parts.code("pa-needed", authorization(value)));
        information.documents().ifPresent(documents -> documents(parts, documents));
        needs(information).stream().sorted().forEach(need -> parts.code("info-needed", need.code()));
        parts.billingCodes(information);
        ArrayNode reason = parts.reason(information);
        information
                .reason()
                .cause()
                .ifPresent(cause -> reason.addObject().put("system", REASONS).put("code", cause.code()));
        information.details().forEach(detail -> detail(parts, detail));
        parts.dependencies(information);
        parts.end(information);
    }

    /**
     * As published, invariant crd-ci-q4 comes to nothing, and so fails, wherever "withpa" stands beside a pa-needed that
     * it does not name; that the documents go with the authorization is said by pa-needed: decisions/0008.
     */
    private static void documents(Parts parts, Documents documents) {
        parts.documented(documents);
        if (documents.purpose() != Documents.Purpose.WITH_PA) {
            parts.purpose(documents.purpose());
        }
    }

    private static String covered(Covered covered) {
        return switch (covered) {
            case NOT_COVERED -> "not-covered";
            case CONDITIONAL -> "conditional";
            case INDETERMINATE -> "indeterminate";
        };
    }

    private static String authorization(Authorization authorization) {
        return switch (authorization) {
            case NO_AUTH -> "no-auth";
            case AUTH_NEEDED -> "auth-needed";
            case CONDITIONAL -> "conditional";
            case INDETERMINATE -> "indeterminate";
        };
    }

    /** Whatever is conditional says on what: invariant crd-ci-q3. Of "other" the reason tells more: crd-ci-q6. */
    private static Set<Need> needs(CoverageInformation information) {
        return information.conditional() && information.needs().isEmpty() ? Set.of(Need.OTHER) : information.needs();
    }

    private static void detail(Parts parts, CoverageDetail detail) {
        ArrayNode inner = parts.part("detail").putArray("extension");
        if (detail instanceof CoverageDetail.Limit limit) {
            head(inner, "cat-limitation", limit.code());
            inner.addObject()
                    .put("url", "value")
                    .putObject("valueQuantity")
                    .put("value", limit.value())
                    .put("unit", limit.unit());
            inner.addObject().put("url", "qualification").put("valueString", limit.says());
        } else if (detail instanceof CoverageDetail.PolicyLink link) {
            head(inner, "cat-other", "policy-link");
            inner.addObject().put("url", "value").put("valueUrl", link.url());
        }
    }

    private static void head(ArrayNode inner, String category, String code) {
        inner.addObject().put("url", "category").put("valueCode", category);
        inner.addObject()
                .put("url", "code")
                .putObject("valueCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", DETAILS)
                .put("code", code);
    }
}
