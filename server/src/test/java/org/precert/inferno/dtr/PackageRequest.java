package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.precert.testing.Call;

/** A call of {@code $questionnaire-package}, made of a sample of order-sign: its orders and the coverage of one payer. */
record PackageRequest(ObjectNode parameters) {

    /** A sample for each payer, by the payer's key. */
    static final Map<String, String> SAMPLES = Map.of(
            "bcbsks", "bcbsks-investigational-pain",
            "bcbsri", "bcbsri-plan-information-needed",
            "example", "example-authorization-required-criteria-met",
            "excellus", "excellus-investigational-pain",
            "medica", "medica-medicare-primary-authorization-required",
            "premera", "premera-investigational-pain");

    /** For whatever form the orders ask for. */
    static PackageRequest of(String payer) {
        Call call = Call.of("order-sign/" + SAMPLES.get(payer));
        ObjectNode parameters = Call.json("{\"resourceType\": \"Parameters\"}").deepCopy();
        ArrayNode parameter = parameters.putArray("parameter");
        add(parameter, "coverage", coverage(call.prefetch(), payer));
        Nodes.children(call.body().at("/context/draftOrders/entry"))
                .forEach(entry -> add(parameter, "order", entry.path("resource")));
        return new PackageRequest(parameters);
    }

    /** For one form. */
    PackageRequest form(String canonical) {
        ObjectNode copy = parameters.deepCopy();
        copy.withArray("/parameter").addObject().put("name", "questionnaire").put("valueCanonical", canonical);
        return new PackageRequest(copy);
    }

    /** Everything that the call needs is in it: the payer is contained. */
    private static JsonNode coverage(ObjectNode prefetch, String payer) {
        List<JsonNode> coverages = Nodes.children(prefetch.path("coverage").path("entry"))
                .map(entry -> entry.path("resource"))
                .filter(coverage -> coverage.at("/payor/0/reference").asText().equals("Organization/" + payer))
                .toList();
        ObjectNode coverage = coverages.get(0).deepCopy();
        ObjectNode organization = Nodes.children(prefetch.path("organizations").path("entry"))
                .map(entry -> entry.path("resource"))
                .filter(each -> each.path("id").asText().equals(payer))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        coverage.putArray("contained").add(organization.put("id", "payer"));
        ((ObjectNode) coverage.at("/payor/0")).put("reference", "#payer");
        return coverage;
    }

    private static void add(ArrayNode parameter, String name, JsonNode resource) {
        parameter.addObject().put("name", name).set("resource", resource);
    }
}
