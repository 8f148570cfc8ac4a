package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.cases.DocumentAsk;
import org.precert.pas.call.Entry;

/** What the provider is asked to send: a CommunicationRequest for each thing, which the ClaimResponse names. */
record Documents(Matter matter) {

    /** X12 755, M1: attachments from the medical record. What is wanted is said by the LOINC code. */
    private static final String MEDICAL_RECORD = "M1";

    private static final Set<String> RECIPIENTS = Set.of("Practitioner", "Organization");

    /** The CommunicationRequests, named in the response. */
    List<Placed> requests(ObjectNode response) {
        List<Placed> requests = new ArrayList<>();
        for (DocumentAsk ask : matter.state().openAsks()) {
            String url = matter.reply().url("CommunicationRequest", ask.control());
            response.withArray("communicationRequest").addObject().put("reference", url);
            requests.add(new Placed(url, request(ask)));
        }
        return requests;
    }

    private ObjectNode request(DocumentAsk ask) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "CommunicationRequest")
                .put("id", ask.control());
        request.putObject("meta").putArray("profile").add(Terms.PROFILE + "communicationrequest");
        request.putArray("identifier")
                .addObject()
                .put("system", Terms.CONTROL_NUMBER)
                .put("value", ask.control());
        request.put("status", "active");
        request.putArray("category").add(Concepts.of(Terms.REPORT_TYPES, MEDICAL_RECORD));
        request.putArray("medium").add(Concepts.of(Terms.TEMPORARY, "CDEX"));
        request.set("subject", matter.reference(matter.claim().path("patient")));
        ObjectNode payload = request.putArray("payload").addObject();
        matter.spelling().line(request, payload, ask.line());
        matter.state()
                .find(ask.line())
                .ifPresent(line -> new Diagnoses(matter).write(new Extensions(payload), line, Integer.MAX_VALUE));
        modifier(payload, ask);
        payload.put("contentString", ask.loinc());
        request.put("authoredOn", ask.askedAt().toString());
        request.set("requester", matter.reference(matter.claim().path("insurer")));
        provider().ifPresent(provider -> parties(request, provider));
        request.putArray("note").addObject().put("text", Words.sentence(ask.words()));
        return request;
    }

    /** How far back, where a person said it. */
    static void modifier(ObjectNode element, DocumentAsk ask) {
        if (!ask.modifier().isEmpty()) {
            new Extensions(element).concept(Terms.CONTENT_MODIFIER, Concepts.of(Terms.LOINC, ask.modifier()));
        }
    }

    private void parties(ObjectNode request, Named provider) {
        JsonNode reference = matter.reference(provider.reference(), provider.from());
        request.putArray("recipient").add(reference);
        if (provider.target().type().equals("Organization")) {
            request.set("sender", reference.deepCopy());
        }
    }

    private record Named(JsonNode reference, Entry from, Entry target) {}

    /** The requesting provider; of a role its organization, or else the person: the guide allows no role here. */
    private Optional<Named> provider() {
        Entry claim = matter.request().claim();
        Optional<Named> provider = named(matter.claim().path("provider"), claim);
        return provider.filter(each -> each.target().type().equals("PractitionerRole"))
                .map(Named::target)
                .flatMap(role -> named(role.resource().path("organization"), role)
                        .or(() -> named(role.resource().path("practitioner"), role)))
                .or(() -> provider)
                .filter(each -> RECIPIENTS.contains(each.target().type()));
    }

    private Optional<Named> named(JsonNode reference, Entry from) {
        String text = reference.path("reference").asText();
        return text.isEmpty() || text.startsWith("#")
                ? Optional.empty()
                : matter.request().bundle().resolve(text, from).map(target -> new Named(reference, from, target));
    }
}
