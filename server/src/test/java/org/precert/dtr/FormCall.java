package org.precert.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.precert.testing.Call;
import org.precert.testing.Http;

/** The parameters of an operation on forms, made of a sample of order-sign and changed for a test. */
record FormCall(ObjectNode parameters) {

    private static final List<String> COVERAGE = List.of("coverage", "organizations");

    /** With the coverages, their payers and the orders of the sample. */
    static FormCall of(String sample) {
        Call call = Call.of("order-sign/" + sample);
        FormCall made = new FormCall((ObjectNode) Call.json("{\"resourceType\": \"Parameters\", \"parameter\": []}"));
        for (String key : COVERAGE) {
            resources(call.prefetch().path(key))
                    .forEach(each -> made.add(
                            each.path("resourceType").asText().equals("Coverage") ? "coverage" : "referenced", each));
        }
        resources(call.body().at("/context/draftOrders")).forEach(order -> made.add("order", order));
        return made;
    }

    /** With the rest of what the sample knows of the patient. */
    static FormCall withChart(String sample) {
        FormCall made = of(sample);
        Call.of("order-sign/" + sample).prefetch().properties().stream()
                .filter(each -> !COVERAGE.contains(each.getKey()))
                .flatMap(each -> resources(each.getValue()))
                .forEach(each -> made.add("referenced", each));
        return made;
    }

    static FormCall empty() {
        return new FormCall((ObjectNode) Call.json("{\"resourceType\": \"Parameters\", \"parameter\": []}"));
    }

    FormCall add(String name, JsonNode resource) {
        array().addObject().put("name", name).set("resource", resource);
        return this;
    }

    FormCall value(String name, String type, String value) {
        array().addObject().put("name", name).put(type, value);
        return this;
    }

    FormCall form(String id) {
        return value("questionnaire", "valueCanonical", "http://localhost:8080/fhir/Questionnaire/" + id);
    }

    FormCall without(String name) {
        List<JsonNode> kept = new ArrayList<>();
        array().forEach(each -> {
            if (!each.path("name").asText().equals(name)) {
                kept.add(each);
            }
        });
        array().removeAll().addAll(kept);
        return this;
    }

    /** Changes the first resource of a parameter. */
    FormCall change(String name, Consumer<ObjectNode> change) {
        StreamSupport.stream(array().spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .ifPresent(each -> change.accept((ObjectNode) each.path("resource")));
        return this;
    }

    long coverages() {
        return StreamSupport.stream(array().spliterator(), false)
                .filter(each -> each.path("name").asText().equals("coverage"))
                .count();
    }

    private ArrayNode array() {
        return (ArrayNode) parameters.path("parameter");
    }

    private static Stream<JsonNode> resources(JsonNode bundle) {
        return bundle.has("entry")
                ? StreamSupport.stream(bundle.path("entry").spliterator(), false)
                        .map(each -> each.path("resource"))
                : Stream.of(bundle)
                        .filter(each -> each.has("resourceType")
                                && !each.path("resourceType").asText().equals("Bundle"));
    }

    Http.Answer send(Http http, String version, String operation) {
        return http.send("POST", "/dtr/" + version + "/fhir/Questionnaire/$" + operation, parameters.toString());
    }

    /** The bundles of a package, in whatever they came. */
    static List<JsonNode> bundles(JsonNode answer) {
        return answer.path("resourceType").asText().equals("Bundle")
                ? List.of(answer)
                : StreamSupport.stream(answer.path("parameter").spliterator(), false)
                        .map(each -> each.path("resource"))
                        .filter(each -> each.path("resourceType").asText().equals("Bundle"))
                        .toList();
    }

    static JsonNode draft(JsonNode answer) {
        return bundles(answer).get(0).at("/entry/1/resource");
    }

    /** The texts of the outcome. */
    static List<String> told(JsonNode answer) {
        return answer.findValues("issue").stream()
                .flatMap(issues -> StreamSupport.stream(issues.spliterator(), false))
                .map(issue -> issue.at("/details/text").asText())
                .toList();
    }

    /** The answers of a response, by linkId. */
    static List<String> answered(JsonNode response) {
        List<String> answered = new ArrayList<>();
        for (JsonNode item : response.path("item")) {
            if (item.has("answer")) {
                answered.add(item.path("linkId").asText());
            }
            answered.addAll(answered(item));
        }
        return answered;
    }
}
