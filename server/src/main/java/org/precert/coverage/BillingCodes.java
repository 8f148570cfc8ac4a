package org.precert.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.precert.coverage.CoverageInformation.BillingCode;
import org.precert.review.BillingOptions;

/** The billing codes that an order itself names: an answer is about those. */
final class BillingCodes {

    private static final Set<String> SYSTEMS = Set.of(
            "http://www.ama-assn.org/go/cpt",
            "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "urn:oid:2.16.840.1.113883.6.285",
            "https://bluebutton.cms.gov/resources/codesystem/hcpcs");

    private BillingCodes() {}

    static List<BillingCode> of(ObjectNode order) {
        Set<BillingCode> codes = new LinkedHashSet<>();
        for (String element : List.of("code", "medicationCodeableConcept")) {
            add(codes, order.path(element));
            BillingOptions.of(order.path(element)).forEach(option -> add(codes, option));
        }
        for (JsonNode type : order.path("serviceType")) {
            add(codes, type);
        }
        return List.copyOf(codes);
    }

    private static void add(Set<BillingCode> codes, JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            if (SYSTEMS.contains(coding.path("system").asText()) && coding.hasNonNull("code")) {
                codes.add(new BillingCode(
                        coding.path("system").asText(), coding.path("code").asText()));
            }
        }
    }
}
