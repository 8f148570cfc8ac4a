package org.precert.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A payer's answers without fault, to be spoilt by tests: as DTR 2.2 wants them, and as a lenient payer gives them to 2.0.1. */
public final class DtrExample {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CQL = "library %1$s version '1.0.0'\ndefine Drug: null";
    private static final String ELM =
            "{\"library\": {\"identifier\": {\"id\": \"%1$s\", \"version\": \"1.0.0\"}, \"statements\": {\"def\": [{\"name\": \"Drug\"}]}}}";

    private final boolean old;

    private DtrExample(boolean old) {
        this.old = old;
    }

    public static DtrExample dtr22() {
        return new DtrExample(false);
    }

    /** With canonicals that name no version, for Inferno and the reference app. */
    public static DtrExample dtr201() {
        return new DtrExample(true);
    }

    /** Parameters with a standard form. */
    public ObjectNode standardPackage() {
        return packageOf(DtrExampleForms.STANDARD, DtrExampleForms.STANDARD_DRAFT);
    }

    /** Parameters with an adaptive form: without questions yet, in 2.0.1 with the first ones. */
    public ObjectNode adaptivePackage() {
        ObjectNode response =
                packageOf(DtrExampleForms.ADAPTIVE_SEARCH, adaptiveDraft().toString());
        if (old) {
            ArrayNode items = DtrExampleForms.firstQuestions(JSON);
            ObjectNode bundle = (ObjectNode) response.at("/parameter/0/resource");
            ((ObjectNode) bundle.at("/entry/0/resource")).set("item", items);
            ((ObjectNode) bundle.at("/entry/1/resource/contained/0")).set("item", items.deepCopy());
            ((ObjectNode) bundle.at("/entry/1/resource"))
                    .putArray("item")
                    .addObject()
                    .put("linkId", "order");
        }
        return json(inTheWordsOfTheVersion(response.toString()));
    }

    /** The answer of {@code $next-question} that asks for something. */
    public ObjectNode question() {
        ObjectNode response = adaptiveDraft();
        ((ObjectNode) response.at("/contained/0")).set("item", DtrExampleForms.firstQuestions(JSON));
        response.putArray("item").add(json(DtrExampleForms.FIRST_ANSWERS));
        return json(inTheWordsOfTheVersion(response.toString()));
    }

    /** The response to an adaptive form; in 2.0.1 the form that it contains has no identity of its own. */
    private ObjectNode adaptiveDraft() {
        ObjectNode draft = json(DtrExampleForms.ADAPTIVE_DRAFT);
        if (old) {
            ((ObjectNode) draft.at("/contained/0")).remove(List.of("url", "version"));
        }
        return draft;
    }

    /** The answer of {@code $next-question} that asks for nothing more. */
    public ObjectNode completed() {
        return question().put("status", "completed");
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private ObjectNode packageOf(String form, String draft) {
        ObjectNode response =
                json("{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"packagebundle\"}]}");
        ObjectNode bundle = ((ObjectNode) response.at("/parameter/0")).putObject("resource");
        bundle.put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        add(entries, form);
        add(entries, draft);
        add(entries, library("InfusionPrepopulation", "PrecertElements"));
        add(entries, library("PrecertElements", ""));
        add(entries, DtrExampleForms.VALUE_SET);
        return json(inTheWordsOfTheVersion(response.toString()));
    }

    private static void add(ArrayNode entries, String resource) {
        ObjectNode json = json(resource);
        String fullUrl = json.path("resourceType").asText().equals("QuestionnaireResponse")
                ? "urn:uuid:6f8a4a52-7d4d-4b5e-9f6c-2f6a3d1c0b11"
                : "https://payer.example/fhir/" + json.path("resourceType").asText() + "/"
                        + json.path("id").asText();
        entries.addObject().put("fullUrl", fullUrl).set("resource", json);
    }

    private static String library(String name, String dependsOn) {
        ObjectNode library = json(DtrExampleForms.LIBRARY.formatted(
                name,
                Base64.getEncoder().encodeToString(CQL.formatted(name).getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(ELM.formatted(name).getBytes(StandardCharsets.UTF_8))));
        if (!dependsOn.isEmpty()) {
            library.putArray("relatedArtifact")
                    .addObject()
                    .put("type", "depends-on")
                    .put("display", dependsOn)
                    .put("url", "https://payer.example/fhir/Library/" + dependsOn)
                    .put("resource", "https://payer.example/fhir/Library/" + dependsOn + "|1.0.0");
        }
        return library.toString();
    }

    private String inTheWordsOfTheVersion(String text) {
        return old
                ? text.replace("\"packagebundle\"", "\"PackageBundle\"")
                        .replace("|1.0.0", "")
                        .replace(
                                DtrCanonicals.DTR + "alternativeExpression",
                                "http://hl7.org/fhir/us/ph-library/StructureDefinition/us-ph-alternative-expression-extension")
                        .replace(DtrCanonicals.DTR + "qr-coverage", DtrCanonicals.DTR + "qr-context")
                        .replace("\"auto-server\"", "\"auto\"")
                        .replace("/CodeSystem/coverage-information-codes", "/CodeSystem/temp")
                : text;
    }
}
