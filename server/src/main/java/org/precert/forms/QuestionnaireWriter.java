package org.precert.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.precert.coverage.GuideVersion;
import org.precert.policy.InForce;

/**
 * Writes Questionnaires: what was authored, and what the guide wants around it.
 * <a href="https://hl7.org/fhir/us/davinci-dtr/STU2/StructureDefinition-dtr-std-questionnaire.html">DTR 2.0.1</a>
 */
public final class QuestionnaireWriter {

    private static final String DTR = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
    private static final String LIBRARY = "http://hl7.org/fhir/StructureDefinition/cqf-library";
    private static final String ADAPTIVE = SDC + "sdc-questionnaire-questionnaireAdaptive";

    private final ObjectMapper json;
    private final String base;

    /** @param base of the FHIR server, as clients reach it */
    public QuestionnaireWriter(ObjectMapper json, String base) {
        this.json = json;
        this.base = base;
    }

    /** The form as a package and the store have it. */
    public ObjectNode write(Form form, Flavour flavour) {
        ObjectNode written = head(form, form.adaptive() ? "dtr-questionnaire-adapt-search" : "dtr-std-questionnaire");
        extensions(written, form, flavour);
        written.put("url", form.url()).put("version", form.version());
        describe(written, form);
        if (!form.adaptive()) {
            written.set("item", items(form, flavour, (ArrayNode) form.authored().path("item")));
        } else if (flavour.version() == GuideVersion.STU_2_0) {
            // Inferno 2.06 wants an expression here, and a response of 2.0.1 must not be empty: the first page.
            written.set("item", firstPage(form, flavour));
        }
        return written;
    }

    /**
     * The form that a response to an adaptive one contains, and that grows with it.
     *
     * @param items that were offered so far
     */
    public ObjectNode contained(Form form, Flavour flavour, ArrayNode items) {
        ObjectNode written = head(form, "dtr-questionnaire-adapt");
        extensions(written, form, flavour);
        if (flavour.version() == GuideVersion.STU_2_2) {
            written.put("url", form.url()).put("version", form.version());
        }
        written.putArray("derivedFrom").add(flavour.canonical(form.url(), form.version()));
        describe(written, form);
        if (!items.isEmpty()) {
            written.set("item", items);
        }
        return written;
    }

    /** The questions that every adaptive form begins with. */
    public ArrayNode firstPage(Form form, Flavour flavour) {
        ArrayNode first = json.createArrayNode();
        first.add(form.authored().path("item").path(0).deepCopy());
        return items(form, flavour, first);
    }

    /** Items with the compiled form beside each expression; those given are left alone. */
    public ArrayNode items(Form form, Flavour flavour, ArrayNode authored) {
        ObjectNode copy = json.createObjectNode();
        copy.set("item", authored.deepCopy());
        Form.each(
                copy,
                item -> FormBook.expression(item).ifPresent(expression -> compile(form, flavour, item, expression)));
        return (ArrayNode) copy.path("item");
    }

    private ObjectNode head(Form form, String profile) {
        ObjectNode head =
                json.createObjectNode().put("resourceType", "Questionnaire").put("id", form.id());
        head.putObject("meta").putArray("profile").add(DTR + profile);
        ObjectNode text = head.putObject("text").put("status", "generated");
        text.put(
                "div",
                "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + escaped(form.title()) + "</p><p>"
                        + escaped(form.authored().path("description").asText()) + "</p></div>");
        return head;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void extensions(ObjectNode written, Form form, Flavour flavour) {
        ArrayNode extensions = written.putArray("extension");
        if (form.adaptive()) {
            extensions.addObject().put("url", ADAPTIVE).put("valueUrl", adaptiveUrl(flavour));
        }
        form.libraries().stream()
                .findFirst()
                .ifPresent(library -> extensions
                        .addObject()
                        .put("url", LIBRARY)
                        .put("valueCanonical", flavour.canonical(libraryUrl(library.name()), library.version())));
        ArrayNode launch = extensions
                .addObject()
                .put("url", SDC + "sdc-questionnaire-launchContext")
                .putArray("extension");
        launch.addObject()
                .put("url", "name")
                .putObject("valueCoding")
                .put("system", "http://hl7.org/fhir/uv/sdc/CodeSystem/launchContext")
                .put("code", "patient");
        launch.addObject().put("url", "type").put("valueCode", "Patient");
        form.authored().path("extension").forEach(extension -> extensions.add(extension.deepCopy()));
    }

    /** The guide has the server's base here; its SMART app posts to this address as it is. */
    private String adaptiveUrl(Flavour flavour) {
        return flavour.pinned() ? base : base + "/Questionnaire/$next-question";
    }

    String libraryUrl(String name) {
        return base + "/Library/" + name;
    }

    private static void describe(ObjectNode written, Form form) {
        for (String element :
                new String[] {"name", "title", "status", "subjectType", "date", "publisher", "description"}) {
            Optional.ofNullable(form.authored().get(element))
                    .ifPresent(value -> written.set(element, value.deepCopy()));
        }
        InForce inForce = form.policy().inForce();
        ObjectNode period = written.putObject("effectivePeriod");
        period.put("start", inForce.from().toString());
        inForce.until().ifPresent(until -> period.put("end", until.toString()));
        if (form.adaptive()) {
            written.put("name", form.authored().path("name").asText() + "Adaptive");
        }
    }

    /** The ELM of an expression that names a define: spec-95 of DTR 2.2, and "Using CQL" of 2.0.1. */
    private void compile(Form form, Flavour flavour, ObjectNode item, ObjectNode expression) {
        ObjectNode elm = json.createObjectNode()
                .put("type", "ExpressionRef")
                .put("libraryName", form.libraries().get(0).name())
                .put("name", form.defines().get(item.path("linkId").asText()));
        ObjectNode alternative = expression
                .putArray("extension")
                .addObject()
                .put(
                        "url",
                        switch (flavour.version()) {
                            case STU_2_0 ->
                                "http://hl7.org/fhir/us/ecr/StructureDefinition/us-ph-alternative-expression-extension";
                            case STU_2_2 -> DTR + "alternativeExpression";
                        });
        alternative
                .putObject("valueExpression")
                .put("language", "application/elm+json")
                .put("expression", elm.toString());
    }
}
