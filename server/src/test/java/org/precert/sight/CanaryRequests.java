package org.precert.sight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.precert.testing.PasSample;
import org.precert.testing.Samples;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** A good request for each thing that a server does. */
final class CanaryRequests {

    static final String FHIR = "application/fhir+json";
    static final String JSON_TYPE = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^:{}]+}|\\{\\*[^{}]+}|\\*\\*?");
    private static final Pattern CHOICE = Pattern.compile("\\{[^:{}]+:([^{}|]+)(\\|[^{}]*)?}");

    private CanaryRequests() {}

    record Good(String path, String type, JsonNode body) {}

    static List<Good> all() {
        return Stream.of(hooks(), feedback(), forms(), prior())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Good> hooks() {
        return Stream.of(
                        "appointment-book",
                        "encounter-discharge",
                        "encounter-start",
                        "order-dispatch",
                        "order-select",
                        "order-sign")
                .map(hook -> {
                    String sample = Samples.calls()
                            .filter(each -> each.startsWith(hook + "/"))
                            .findFirst()
                            .orElseThrow();
                    return new Good("/cds-services/" + hook, JSON_TYPE, Marks.json(Samples.text(sample + ".json")));
                });
    }

    private static Stream<Good> feedback() {
        return Stream.of(new Good("/cds-services/order-sign/feedback", JSON_TYPE, Marks.json("""
                {"feedback": [{"card": "9c1a4a3e-6b0d-4b3b-8d5b-6f6f0a3d1c11", "outcome": "overridden", "outcomeTimestamp": "2026-06-10T11:00:00Z",
                 "overrideReason": {"reason": {"code": "contraindicated", "system": "http://example.org", "display": "No"}, "userComment": "Not for her"}},
                 {"card": "9c1a4a3e-6b0d-4b3b-8d5b-6f6f0a3d1c12", "outcome": "accepted", "outcomeTimestamp": "2026-06-10T11:00:00Z",
                  "acceptedSuggestions": [{"id": "s-1"}]}]}
                """)));
    }

    private static Stream<Good> forms() {
        ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
        ArrayNode list = parameters.putArray("parameter");
        JsonNode call = Marks.json(Samples.text("order-sign/bcbsks-investigational-pain.json"));
        JsonNode prefetch = call.path("prefetch");
        for (JsonNode each : prefetch) {
            resources(each)
                    .forEach(one -> list.addObject()
                            .put(
                                    "name",
                                    one.path("resourceType").asText().equals("Coverage") ? "coverage" : "referenced")
                            .set("resource", one));
        }
        resources(call.at("/context/draftOrders"))
                .forEach(one -> list.addObject().put("name", "order").set("resource", one));
        JsonNode response = Marks.json(Samples.text("pas/2.2.1/example-authorization-required-criteria-met.json"))
                .path("entry")
                .findParents("resourceType")
                .stream()
                .filter(each -> each.path("resourceType").asText().equals("QuestionnaireResponse"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) response).put("status", "in-progress");
        ObjectNode filled = parameters.deepCopy();
        filled.withArray("parameter")
                .addObject()
                .put("name", "questionnaire-response")
                .set("resource", response);
        ObjectNode next = JSON.createObjectNode().put("resourceType", "Parameters");
        next.putArray("parameter")
                .addObject()
                .put("name", "questionnaire-response")
                .set("resource", response);
        return Stream.of(
                new Good("/dtr/2.2/fhir/Questionnaire/$questionnaire-package", FHIR, parameters),
                new Good("/fhir/Questionnaire/$populate", FHIR, parameters),
                new Good("/fhir/Questionnaire/$gap-report", FHIR, filled),
                new Good("/fhir/Questionnaire/$next-question", FHIR, next),
                new Good("/dtr/2.0/fhir/Questionnaire/$next-question", FHIR, response),
                new Good("/fhir/Questionnaire/$log-questionnaire-errors", FHIR, Marks.json("""
                        {"resourceType": "Parameters", "parameter": [
                         {"name": "questionnaire", "valueCanonical": "http://localhost:8080/fhir/Questionnaire/x|1"},
                         {"name": "outcome", "resource": {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "exception",
                          "details": {"text": "it fails"}, "diagnostics": "line 3", "expression": ["Library.x"]}]}}]}
                        """)),
                new Good("/fhir/ValueSet/$expand", FHIR, Marks.json("""
                        {"resourceType": "Parameters", "parameter": [{"name": "url", "valueUri": "https://precert.dev/fhir/ValueSet/ketamine"},
                         {"name": "filter", "valueString": "ket"}, {"name": "count", "valueInteger": 10}]}
                        """)));
    }

    private static Stream<Good> prior() {
        JsonNode attachment = Marks.json("""
                {"resourceType": "Parameters", "parameter": [{"name": "TrackingId", "valueIdentifier": {"value": "T-1"}},
                 {"name": "AttachTo", "valueCode": "preauthorization"},
                 {"name": "OrganizationId", "valueIdentifier": {"system": "http://hl7.org/fhir/sid/us-npi", "value": "1999999992"}},
                 {"name": "MemberId", "valueIdentifier": {"value": "M-1"}},
                 {"name": "Attachment", "part": [{"name": "LineItem", "valueString": "1"}, {"name": "Content", "resource":
                  {"resourceType": "DocumentReference", "status": "current", "content": [{"attachment": {"contentType": "application/pdf", "title": "Letter", "data": "SGVsbG8="}}]}}]},
                 {"name": "Final", "valueBoolean": true}]}
                """);
        return Stream.of(
                new Good("/pas/2.2.1/fhir/Claim/$submit", FHIR, fresh("2.2.1", "bcbsks-investigational-pain")),
                new Good("/pas/2.0.1/fhir/Claim/$submit", FHIR, fresh("2.0.1", "bcbsks-mixed-lines")),
                new Good(
                        "/pas/2.2.1/fhir/Claim/$inquire",
                        FHIR,
                        Marks.json(Samples.text("pas/2.2.1/inquiry-by-member.json"))),
                new Good(
                        "/pas/2.0.1/fhir/Claim/$inquire",
                        FHIR,
                        Marks.json(Samples.text("pas/2.0.1/inquiry-by-member.json"))),
                new Good("/pas/2.2.1/fhir/Claim/$submit-attachment", FHIR, attachment),
                new Good("/pas/2.0.1/fhir/$submit-attachment", FHIR, attachment));
    }

    static JsonNode fresh(String version, String sample) {
        return Marks.json(PasSample.of(version, sample).fresh());
    }

    /** @param subscription the address of one */
    static Stream<Good> ofASubscription(String subscription) {
        return Stream.of(
                new Good(subscription + "/$status", FHIR, Marks.json("""
                        {"resourceType": "Parameters", "parameter": [{"name": "status", "valueCode": "active"}]}
                        """)),
                new Good(subscription + "/$events", FHIR, Marks.json("""
                        {"resourceType": "Parameters", "parameter": [{"name": "eventsSinceNumber", "valueString": "1"}, {"name": "content", "valueCode": "empty"}]}
                        """)));
    }

    private static Stream<JsonNode> resources(JsonNode bundle) {
        return bundle.has("entry")
                ? bundle.path("entry").findValues("resource").stream()
                : Stream.of(bundle)
                        .filter(each -> each.has("resourceType")
                                && !each.path("resourceType").asText().equals("Bundle"));
    }

    /** Every route that Spring knows here, marked wherever it may be, as method and path. */
    static Set<String> routes(WebApplicationContext context) {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    info.getPatternValues().forEach(path -> routes.add(method + " " + marked(path)));
                }
            }
        }
        return routes;
    }

    private static String marked(String pattern) {
        String chosen = CHOICE.matcher(pattern).replaceAll("$1").replace("\\.", ".");
        return VARIABLE.matcher(chosen).replaceAll(Marks.TEXT);
    }
}
