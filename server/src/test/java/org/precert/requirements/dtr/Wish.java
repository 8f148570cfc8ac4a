package org.precert.requirements.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.precert.testing.Call;

/** The parameters of {@code $questionnaire-package}, made of a sample of order-sign: its orders and the coverage with one payer. */
record Wish(ObjectNode parameters) {

    /** A sample for each payer, by the payer's key, that a clinician's form is for. */
    static final Map<String, String> SAMPLES = Map.of(
            "bcbsks", "bcbsks-investigational-pain",
            "bcbsri", "bcbsri-medicare-advantage-not-covered",
            "example", "example-authorization-required-criteria-met",
            "excellus", "excellus-investigational-pain",
            "medica", "medica-medicare-primary-authorization-required",
            "premera", "premera-investigational-pain");

    static final String BASE = "http://localhost:8080/fhir/";

    /** For a form that is no clinician's. */
    static Wish administrative() {
        return of("bcbsri", "bcbsri-commercial-not-medically-necessary");
    }

    /** Of the payer's sample. */
    static Wish of(String payer) {
        return of(payer, SAMPLES.get(payer));
    }

    static Wish of(String payer, String sample) {
        Call call = Call.of("order-sign/" + sample);
        Wish wish = nothing().with("coverage", coverage(call, payer));
        for (JsonNode entry : call.body().at("/context/draftOrders/entry")) {
            wish = wish.with("order", entry.path("resource"));
        }
        return wish;
    }

    static Wish nothing() {
        ObjectNode parameters = (ObjectNode) Call.json("{\"resourceType\": \"Parameters\", \"parameter\": []}");
        return new Wish(parameters);
    }

    /** The payer is contained, so that nothing else is needed. */
    private static JsonNode coverage(Call call, String payer) {
        ObjectNode coverage = Tree.stream(call.prefetch().at("/coverage/entry"))
                .map(entry -> entry.path("resource"))
                .filter(each -> each.at("/payor/0/reference").asText().equals("Organization/" + payer))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        ObjectNode organization = Tree.stream(call.prefetch().at("/organizations/entry"))
                .map(entry -> entry.path("resource"))
                .filter(each -> each.path("id").asText().equals(payer))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        coverage.putArray("contained").add(organization.put("id", "payer"));
        ((ObjectNode) coverage.at("/payor/0")).put("reference", "#payer");
        return coverage;
    }

    Wish with(String name, JsonNode resource) {
        Wish copy = copy();
        copy.parameters.withArray("/parameter").addObject().put("name", name).set("resource", resource.deepCopy());
        return copy;
    }

    /** For a form. */
    Wish form(String canonical) {
        Wish copy = copy();
        copy.parameters
                .withArray("/parameter")
                .addObject()
                .put("name", "questionnaire")
                .put("valueCanonical", canonical);
        return copy;
    }

    /** For what CRD said. */
    Wish context(String assertionId) {
        Wish copy = copy();
        copy.parameters
                .withArray("/parameter")
                .addObject()
                .put("name", "context")
                .put("valueString", assertionId);
        return copy;
    }

    Wish without(String name) {
        Wish copy = nothing();
        parameters.path("parameter").forEach(each -> {
            if (!each.path("name").asText().equals(name)) {
                copy.parameters.withArray("/parameter").add(each.deepCopy());
            }
        });
        return copy;
    }

    Wish changed(String name, Consumer<ObjectNode> change) {
        Wish copy = copy();
        copy.named(name).forEach(resource -> change.accept((ObjectNode) resource));
        return copy;
    }

    List<JsonNode> named(String name) {
        Predicate<JsonNode> wanted = each -> each.path("name").asText().equals(name);
        return Tree.stream(parameters.path("parameter"))
                .filter(wanted)
                .map(each -> each.path("resource"))
                .toList();
    }

    private Wish copy() {
        return new Wish(parameters.deepCopy());
    }
}
