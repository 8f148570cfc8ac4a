package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A request for prior authorization and what a client sends after it, as text: for programs that are no tests. */
public final class PasStory {

    private static final String VERSION = "2.2.1";
    private static final String BASE = "/pas/" + VERSION + "/fhir";

    private final PasCall call;

    private PasStory(PasCall call) {
        this.call = call;
    }

    /** What is sent by POST. */
    public record Message(String path, String body) {}

    /** A request that nobody has sent before. */
    public static PasStory of(String sample) {
        return new PasStory(PasCall.of(VERSION, sample));
    }

    public Message request() {
        return new Message(BASE + "/Claim/$submit", call.bundle().toString());
    }

    /** Asks what became of it. */
    public Message inquiry() {
        PasCall inquiry = PasCall.inquiry(VERSION, "inquiry-by-member", call.member());
        return new Message(BASE + "/Claim/$inquire", inquiry.bundle().toString());
    }

    /** Takes all of it back; only where the request's own URL can be another one, for entries refer to each other by it. */
    public Optional<Message> cancellation() {
        if (!call.bundle().at("/entry/0/fullUrl").asText().startsWith("urn:")) {
            return Optional.empty();
        }
        PasCall cancelled = call.update(
                VERSION,
                claim -> claim.withArray("extension")
                        .addObject()
                        .put(
                                "url",
                                "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-certificationType")
                        .putObject("valueCodeableConcept")
                        .putArray("coding")
                        .addObject()
                        .put("system", "https://codesystem.x12.org/005010/1322")
                        .put("code", "3"));
        return Optional.of(
                new Message(BASE + "/Claim/$submit", cancelled.bundle().toString()));
    }

    /**
     * The completed form, where one was asked for.
     *
     * @param answer to the request
     */
    public Optional<Message> form(String answer) {
        return control(PasCall.json(answer)).map(control -> {
            ObjectNode sent = SentDocuments.under(control, call)
                    .with(SentDocuments.form(SentDocuments.orders(call)))
                    .parameters();
            return new Message(BASE + "/$submit-attachment", sent.toString());
        });
    }

    private static Optional<String> control(JsonNode answer) {
        return StreamSupport.stream(answer.path("entry").spliterator(), false)
                .map(entry -> entry.path("resource"))
                .filter(each -> each.path("resourceType").asText().equals("CommunicationRequest"))
                .map(each -> each.at("/identifier/0/value").asText())
                .findFirst();
    }

    /** The number of the case, as people say it. */
    public static String number(String answer) {
        return PasCall.json(answer).at("/entry/0/resource/identifier/0/value").asText();
    }

    /** Whether something is still to be decided. */
    public static boolean isOpen(String answer) {
        return PasCall.json(answer).at("/entry/0/resource/outcome").asText().equals("partial");
    }
}
