package org.precert.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An example that breaks a rule. */
record Dtr22Spoilt(Dtr22Rule rule, Supplier<ObjectNode> example, Consumer<ObjectNode> change) {

    private static final String BUNDLE = "/parameter/0/resource";
    private static final String FORM = BUNDLE + "/entry/0/resource";
    private static final String DRAFT = BUNDLE + "/entry/1/resource";
    private static final String LIBRARY = BUNDLE + "/entry/2/resource";
    private static final String VALUE_SET = BUNDLE + "/entry/4/resource";
    private static final String DRUG = FORM + "/item/0/item/0";
    private static final String ANSWER = DRAFT + "/item/0/item/0/answer/0";

    private static final Supplier<ObjectNode> STANDARD =
            () -> DtrExample.dtr22().standardPackage();
    private static final Supplier<ObjectNode> ADAPTIVE =
            () -> DtrExample.dtr22().adaptivePackage();
    private static final Supplier<ObjectNode> REPLY = () -> DtrExample.dtr22().question();

    boolean isReply() {
        return example == REPLY;
    }

    ObjectNode json() {
        ObjectNode json = example.get();
        change.accept(json);
        return json;
    }

    @Override
    public String toString() {
        return rule.toString();
    }

    static List<Dtr22Spoilt> ofPackages() {
        return List.of(
                standard(Dtr22Rule.PARAMETERS, "", json -> json.remove("parameter")),
                standard(Dtr22Rule.PARAMETERS, "", json -> json.put("resourceType", "Bundle")),
                standard(Dtr22Rule.PARAMETER_NAMES, "/parameter/0", each -> each.put("name", "PackageBundle")),
                standard(Dtr22Rule.PARAMETER_NAMES, BUNDLE, each -> each.put("resourceType", "Questionnaire")),
                standard(Dtr22Rule.ONE_OUTCOME, "", json -> {
                    outcome(json);
                    outcome(json);
                }),
                standard(Dtr22Rule.COLLECTION, BUNDLE, each -> each.put("type", "searchset")),
                standard(
                        Dtr22Rule.QUESTIONNAIRE_FIRST,
                        BUNDLE,
                        each -> entries(each).add(entries(each).remove(0))),
                standard(
                        Dtr22Rule.ONE_QUESTIONNAIRE,
                        BUNDLE,
                        each -> entries(each).add(entries(each).get(0))),
                standard(Dtr22Rule.ONE_RESPONSE, BUNDLE, each -> entries(each).remove(1)),
                standard(Dtr22Rule.NOTHING_ELSE, VALUE_SET, each -> each.put("resourceType", "CodeSystem")),
                standard(Dtr22Rule.FULL_URL, BUNDLE + "/entry/2", each -> each.put("fullUrl", "urn:uuid:1")),
                standard(
                        Dtr22Rule.EACH_ONCE,
                        BUNDLE,
                        each -> entries(each).add(entries(each).get(4))),
                standard(Dtr22Rule.LIBRARY_NAMES, LIBRARY, each -> each.put("name", "PrecertElements")),
                standard(
                        Dtr22Rule.LIBRARIES_THERE, BUNDLE, each -> entries(each).remove(2)),
                standard(
                        Dtr22Rule.LIBRARIES_THERE, BUNDLE, each -> entries(each).remove(3)),
                standard(
                        Dtr22Rule.VALUE_SETS_THERE,
                        BUNDLE,
                        each -> entries(each).remove(4)),
                standard(
                        Dtr22Rule.VALUE_SETS_THERE,
                        LIBRARY,
                        each -> each.putArray("dataRequirement")
                                .addObject()
                                .putArray("codeFilter")
                                .addObject()
                                .put("valueSet", "https://payer.example/fhir/ValueSet/pain|1.0.0")),
                standard(Dtr22Rule.PINNED, FORM + "/extension/0", each -> unpin(each, "valueCanonical")),
                standard(Dtr22Rule.PINNED, FORM + "/item/0/item/1", each -> unpin(each, "answerValueSet")),
                standard(Dtr22Rule.PINNED, LIBRARY + "/relatedArtifact/0", each -> unpin(each, "resource")),
                standard(Dtr22Rule.PINNED, VALUE_SET, each -> each.put("version", "2.0.0")),
                standard(
                        Dtr22Rule.CQL_AND_ELM,
                        LIBRARY,
                        each -> each.withArray("/content").remove(0)),
                standard(Dtr22Rule.CQL_AND_ELM, LIBRARY + "/content/1", each -> each.remove("data")),
                standard(Dtr22Rule.ELM_OF_THE_LIBRARY, LIBRARY, each -> each.put("version", "1.0.1")),
                standard(Dtr22Rule.EXPANDED, VALUE_SET, each -> each.remove("expansion")),
                standard(Dtr22Rule.EXPANDED, VALUE_SET + "/expansion/contains/0", each -> each.put("inactive", true)),
                standard(Dtr22Rule.FEW_ANSWERS, VALUE_SET + "/expansion", each -> {
                    for (int i = 1; i < 40; i++) {
                        each.withArray("/contains").addObject().put("code", "c" + i);
                    }
                }),
                standard(Dtr22Rule.DRAFT, DRAFT, each -> each.put("status", "completed")),
                standard(Dtr22Rule.OF_THE_FORM, DRAFT, each -> unpin(each, "questionnaire")),
                adaptive(Dtr22Rule.OF_THE_FORM, DRAFT, each -> each.put("questionnaire", "https://payer.example/x")),
                standard(Dtr22Rule.SUBJECT, DRAFT, each -> each.remove("subject")),
                standard(Dtr22Rule.AUTHORED, DRAFT, each -> each.remove("authored")),
                standard(
                        Dtr22Rule.COVERAGE,
                        DRAFT,
                        each -> each.withArray("/extension").remove(0)),
                standard(
                        Dtr22Rule.CONTEXT,
                        DRAFT + "/extension/1/valueReference",
                        each -> each.put("reference", "Coverage/1")),
                standard(
                        Dtr22Rule.INTENDED_USE,
                        DRAFT,
                        each -> each.withArray("/extension").remove(2)),
                standard(
                        Dtr22Rule.INTENDED_USE,
                        DRAFT + "/extension/2/valueCodeableConcept/coding/0",
                        each -> each.put("code", "whatever")),
                standard(Dtr22Rule.NOT_BASED, DRAFT, each -> each.putArray("basedOn")),
                standard(Dtr22Rule.ORIGIN, ANSWER, each -> each.remove("extension")),
                standard(Dtr22Rule.ORIGIN, ANSWER + "/extension/0/extension/0", each -> each.put("valueCode", "auto")),
                standard(
                        Dtr22Rule.AUTHOR,
                        ANSWER + "/extension/0",
                        each -> each.withArray("/extension").addObject().put("url", "author")),
                standard(
                        Dtr22Rule.PREFILLED_BY_SERVER,
                        ANSWER + "/extension/0/extension/0",
                        each -> each.put("valueCode", "auto-client")),
                standard(
                        Dtr22Rule.OWN_REFERENCES,
                        DRAFT + "/subject",
                        each -> each.put("reference", "https://payer.example/fhir/Patient/1")),
                standard(Dtr22Rule.ONE_OF_THE_OPTIONS, ANSWER + "/valueCoding", each -> each.put("code", "6387")),
                standard(Dtr22Rule.ANSWERS_THE_FORM, DRAFT + "/item/0/item/0", each -> each.put("linkId", "other")));
    }

    static List<Dtr22Spoilt> ofForms() {
        return List.of(
                standard(Dtr22Rule.FORM_IDENTITY, FORM, each -> each.remove("url")),
                standard(Dtr22Rule.FORM_IDENTITY, FORM, each -> each.remove("version")),
                standard(
                        Dtr22Rule.FOR_PATIENTS,
                        FORM,
                        each -> each.withArray("/subjectType").add("Group")),
                standard(Dtr22Rule.AUDIENCE, FORM + "/extension/2", each -> each.put("valueCode", "payer")),
                standard(
                        Dtr22Rule.AUDIENCE,
                        FORM,
                        each -> each.withArray("/extension").remove(2)),
                standard(
                        Dtr22Rule.COMPLETION_TIME,
                        FORM,
                        each -> each.withArray("/extension").remove(3)),
                standard(
                        Dtr22Rule.COMPLETION_TIME,
                        FORM + "/extension/3/extension/1",
                        each -> each.put("valueCode", "long")),
                standard(
                        Dtr22Rule.CLINICAL_TIME,
                        FORM + "/extension/3",
                        each -> each.withArray("/extension").remove(0)),
                standard(
                        Dtr22Rule.PROHIBITED,
                        FORM,
                        each -> each.withArray("/extension")
                                .addObject()
                                .put("url", DtrCanonicals.SDC + "sdc-questionnaire-endpoint")),
                standard(Dtr22Rule.ASKS_SOMETHING, FORM, each -> each.remove("item")),
                adaptive(Dtr22Rule.ASKS_NOTHING_YET, FORM, each -> each.putArray("item")),
                adaptive(
                        Dtr22Rule.ADAPTIVE_URL,
                        FORM + "/extension/2",
                        each -> each.put("valueBoolean", true).remove("valueUrl")),
                reply(
                        Dtr22Rule.ADAPTIVE_URL,
                        "/contained/0",
                        each -> each.withArray("/extension").remove(2)),
                adaptive(Dtr22Rule.DERIVED, DRAFT + "/contained/0", each -> each.remove("derivedFrom")),
                adaptive(Dtr22Rule.CONTAINED_FORM, DRAFT, each -> each.remove("contained")),
                reply(Dtr22Rule.CONTAINED_FORM, "", each -> each.put("questionnaire", "#other")),
                standard(Dtr22Rule.ITEM_TEXT, FORM + "/item/0", each -> each.remove("text")),
                reply(Dtr22Rule.ITEM_TEXT, "/contained/0/item/0/item/2", each -> each.remove("text")),
                standard(Dtr22Rule.LINK_IDS, FORM + "/item/0", each -> each.put("linkId", "drug")),
                standard(Dtr22Rule.CHOICE, DRUG, each -> each.remove("answerOption")),
                standard(Dtr22Rule.QUANTITY, FORM + "/item/0/item/2", each -> each.remove("extension")),
                standard(Dtr22Rule.REFERENCE, DRUG, each -> each.put("type", "reference")),
                standard(Dtr22Rule.CANDIDATES, DRUG, each -> each.put("type", "reference")),
                standard(Dtr22Rule.NOT_HIDDEN, DRUG, each -> each.put("readOnly", true)),
                standard(
                        Dtr22Rule.NOT_HIDDEN,
                        DRUG,
                        each -> each.withArray("/extension")
                                .addObject()
                                .put("url", DtrCanonicals.CORE + "questionnaire-hidden")
                                .put("valueBoolean", true)),
                standard(
                        Dtr22Rule.LANGUAGE,
                        DRUG + "/extension/0/valueExpression",
                        each -> each.put("language", "application/x-fhir-query")),
                standard(
                        Dtr22Rule.ALTERNATIVE_EXPRESSION,
                        DRUG + "/extension/0/valueExpression",
                        each -> each.remove("extension")),
                standard(
                        Dtr22Rule.BOUND,
                        DRUG + "/extension/0/valueExpression",
                        each -> each.put("expression", "\"InfusionPrepopulation\".Nothing")),
                reply(
                        Dtr22Rule.BOUND,
                        "/contained/0/item/0/item/0/extension/0/valueExpression",
                        each -> each.put("expression", "\"Elsewhere\".Drug")),
                reply(Dtr22Rule.PINNED, "/contained/0/extension/0", each -> unpin(each, "valueCanonical")),
                reply(Dtr22Rule.ANSWERS_THE_FORM, "/item/0", each -> each.put("linkId", "other")),
                reply(Dtr22Rule.BARE, "", each -> each.put("resourceType", "Parameters")),
                reply(Dtr22Rule.STATUS, "", each -> each.put("status", "amended")));
    }

    private static Dtr22Spoilt standard(Dtr22Rule rule, String pointer, Consumer<ObjectNode> change) {
        return new Dtr22Spoilt(rule, STANDARD, at(pointer, change));
    }

    private static Dtr22Spoilt adaptive(Dtr22Rule rule, String pointer, Consumer<ObjectNode> change) {
        return new Dtr22Spoilt(rule, ADAPTIVE, at(pointer, change));
    }

    private static Dtr22Spoilt reply(Dtr22Rule rule, String pointer, Consumer<ObjectNode> change) {
        return new Dtr22Spoilt(rule, REPLY, at(pointer, change));
    }

    private static Consumer<ObjectNode> at(String pointer, Consumer<ObjectNode> change) {
        return json -> change.accept((ObjectNode) json.at(pointer));
    }

    private static ArrayNode entries(ObjectNode bundle) {
        return bundle.withArray("/entry");
    }

    private static void outcome(ObjectNode parameters) {
        parameters
                .withArray("/parameter")
                .addObject()
                .put("name", "outcome")
                .putObject("resource")
                .put("resourceType", "OperationOutcome");
    }

    private static void unpin(ObjectNode element, String field) {
        element.put(field, element.path(field).asText().replaceFirst("\\|.*", ""));
    }
}
