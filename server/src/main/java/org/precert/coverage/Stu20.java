package org.precert.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.precert.coverage.CoverageInformation.Authorization;

/**
 * CRD 2.0.1. It knows nothing indeterminate: what can not be told is conditional there.
 * https://hl7.org/fhir/us/davinci-crd/STU2/StructureDefinition-ext-coverage-information.html
 */
final class Stu20 implements Spelling {

    private static final String CODES = "http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp";

    @Override
    public void write(ArrayNode target, CoverageInformation information) {
        Parts parts = new Parts(target);
        parts.coverage(information);
        parts.code("covered", covered(information));
        parts.code("pa-needed", authorization(information.authorization()));
        information.documents().ifPresent(documents -> {
            parts.documented(documents);
            parts.purpose(documents.purpose());
        });
        needs(parts, information);
        parts.billingCodes(information);
        parts.reason(information);
        information.details().forEach(detail -> detail(parts, detail));
        parts.dependencies(information);
        parts.end(information);
    }

    private static String covered(CoverageInformation information) {
        return switch (information.covered()) {
            case NOT_COVERED -> "not-covered";
            case CONDITIONAL, INDETERMINATE -> "conditional";
        };
    }

    /**
     * As published, invariant crd-ci-q2 fails on "not covered" without pa-needed, whatever its text says; and none of
     * these determinations asks for authorization: decisions/0005.
     */
    private static String authorization(Optional<Authorization> authorization) {
        return authorization
                .map(value -> switch (value) {
                    case NO_AUTH -> "no-auth";
                    case AUTH_NEEDED -> "auth-needed";
                    case CONDITIONAL, INDETERMINATE -> "conditional";
                })
                .orElse("no-auth");
    }

    private static void needs(Parts parts, CoverageInformation information) {
        boolean indeterminate = information.covered() == CoverageInformation.Covered.INDETERMINATE;
        boolean other = indeterminate
                || information.needs().contains(Need.OTHER)
                || information.needs().contains(Need.DETAIL_CODE);
        information.needs().stream()
                .filter(need -> need != Need.OTHER && need != Need.DETAIL_CODE)
                .sorted()
                .forEach(need -> parts.code("info-needed", need.code()));
        if (other) {
            parts.code("info-needed", Need.OTHER.code());
        }
    }

    private static void detail(Parts parts, CoverageDetail detail) {
        if (detail instanceof CoverageDetail.Limit limit) {
            ArrayNode inner = parts.part("detail").putArray("extension");
            ObjectNode code = inner.addObject().put("url", "code").putObject("valueCodeableConcept");
            code.putArray("coding").addObject().put("system", CODES).put("code", limit.code());
            inner.addObject()
                    .put("url", "value")
                    .putObject("valueQuantity")
                    .put("value", limit.value())
                    .put("unit", limit.unit());
            inner.addObject().put("url", "qualification").put("valueString", limit.says());
        }
    }
}
