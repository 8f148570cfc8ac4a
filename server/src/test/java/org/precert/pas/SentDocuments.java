package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.precert.pas.PasCall.Answer;

/** A call of $submit-attachment for a request, changed and sent. */
final class SentDocuments {

    private static final String FORM_OF = "example-authorization-required-criteria-met";

    private final ObjectNode parameters = PasCall.JSON.createObjectNode().put("resourceType", "Parameters");

    private SentDocuments() {}

    /** By the provider of a request, for its member. */
    static SentDocuments under(String control, PasCall request) {
        SentDocuments sent = new SentDocuments();
        sent.identifier("TrackingId", "", control);
        sent.add("AttachTo").put("valueCode", "preauthorization");
        sent.identifier("OrganizationId", "http://hl7.org/fhir/sid/us-npi", "1999999992");
        JsonNode member = request.resource("Coverage").at("/identifier/0");
        sent.identifier(
                "MemberId", member.path("system").asText(), member.path("value").asText());
        return sent;
    }

    /** The completed form for the orders of a request, as an EHR sends it: with names of its own, or without any. */
    static ObjectNode form(String... orders) {
        ObjectNode form =
                PasCall.of("2.2.1", FORM_OF).resource("QuestionnaireResponse").deepCopy();
        form.remove("subject");
        ArrayNode extensions = form.putArray("extension");
        for (String order : orders) {
            extensions
                    .addObject()
                    .put("url", "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/qr-context")
                    .putObject("valueReference")
                    .put("reference", order);
        }
        return form;
    }

    /** fullUrls of the orders of a request, line by line. */
    static String[] orders(PasCall request) {
        return StreamSupport.stream(request.claim().path("item").spliterator(), false)
                .flatMap(item -> StreamSupport.stream(item.path("extension").spliterator(), false))
                .filter(each -> each.path("url").asText().endsWith("extension-requestedService"))
                .map(each -> each.at("/valueReference/reference").asText())
                .toArray(String[]::new);
    }

    /** The control numbers that an answer asks for. */
    static List<String> controls(Answer answer) {
        return answer.resources("CommunicationRequest")
                .map(each -> each.at("/identifier/0/value").asText())
                .toList();
    }

    ObjectNode parameters() {
        return parameters;
    }

    ObjectNode add(String name) {
        return parameters.withArray("parameter").addObject().put("name", name);
    }

    SentDocuments identifier(String name, String system, String value) {
        ObjectNode identifier = add(name).putObject("valueIdentifier");
        if (!system.isEmpty()) {
            identifier.put("system", system);
        }
        identifier.put("value", value);
        return this;
    }

    SentDocuments without(String name) {
        ArrayNode kept = PasCall.JSON.createArrayNode();
        parameters.path("parameter").forEach(each -> {
            if (!each.path("name").asText().equals(name)) {
                kept.add(each);
            }
        });
        parameters.set("parameter", kept);
        return this;
    }

    SentDocuments with(ObjectNode content, int... lines) {
        ArrayNode parts = add("Attachment").putArray("part");
        for (int line : lines) {
            parts.addObject().put("name", "LineItem").put("valueString", Integer.toString(line));
        }
        parts.addObject().put("name", "Content").set("resource", content);
        return this;
    }

    SentDocuments last(boolean last) {
        add("Final").put("valueBoolean", last);
        return this;
    }

    static ObjectNode letter(String base64) {
        ObjectNode document = PasCall.JSON
                .createObjectNode()
                .put("resourceType", "DocumentReference")
                .put("status", "current");
        document.putArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", "application/pdf")
                .put("title", "Letter")
                .put("data", base64);
        return document;
    }

    Answer send(int port, String version, String... headers) {
        return PasCall.post(port, "/pas/" + version + "/fhir/$submit-attachment", parameters.toString(), headers);
    }

    static String words(Answer answer) {
        return answer.json().at("/issue/0/details/text").asText();
    }
}
