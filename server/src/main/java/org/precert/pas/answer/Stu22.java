package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.cases.Case;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.pas.call.SubmittedRequest;
import org.precert.pas.call.Transmission;

/** PAS 2.2.1. https://hl7.org/fhir/us/davinci-pas/StructureDefinition-profile-claimresponse-base.html */
final class Stu22 implements Spelling {

    /** {@code queued} is not in the value set; {@code complete} reads as a last word. */
    @Override
    public String outcome(Case state) {
        return state.isOpen() ? "partial" : "complete";
    }

    /** Who sent is now sent to. */
    @Override
    public void head(ObjectNode response, SubmittedRequest request) {
        Transmission sent = request.transmission();
        if (sent.applicationSender().isEmpty() || sent.applicationReceiver().isEmpty()) {
            return;
        }
        Extensions identifiers = new Extensions(response).nested(Terms.TRANSMISSION);
        identifiers.text("applicationSenderCode", sent.applicationReceiver());
        identifiers.text("applicationReceiverCode", sent.applicationSender());
        identifiers.text("interchangeSenderID", sent.interchangeReceiver());
        identifiers.text("interchangeReceiverID", sent.interchangeSender());
    }

    @Override
    public void whole(Matter matter, ObjectNode response) {
        Reviewer.write(response, matter.state());
        List<String> numbers = Authorizations.numbers(matter.state());
        if (!numbers.isEmpty()) {
            // Without X12's type: its extension may stand below items alone.
            new Providers(matter)
                    .overall()
                    .forEach(provider -> untyped(new Extensions(response).nested(Terms.AUTHORIZED_PROVIDER), provider));
        }
        if (numbers.size() == 1) {
            ObjectNode adjudication = response.putArray("adjudication").addObject();
            // Its number alone: the guide has no place for the code of the whole, and the items say it.
            new Extensions(adjudication).nested(Terms.REVIEW_ACTION).text("number", numbers.get(0));
            adjudication.set("category", Verdict.submitted());
        }
    }

    @Override
    public void authorized(Extensions extensions, Providers.Provider provider) {
        Extensions authorized = extensions.nested(Terms.AUTHORIZED_PROVIDER);
        untyped(authorized, provider);
        provider.type().ifPresent(type -> authorized.concept(Terms.AUTHORIZED_PROVIDER_TYPE, type));
    }

    private static void untyped(Extensions authorized, Providers.Provider provider) {
        authorized.reference("provider", provider.reference());
        provider.role().ifPresent(role -> authorized.concept("role", role));
        provider.qualification().ifPresent(qualification -> authorized.concept("qualification", qualification));
    }

    @Override
    public void granted(
            Matter matter, ObjectNode response, ObjectNode item, Line line, LineDecision.Modified decision) {
        new Grants(matter).added(response, item, line, decision);
    }

    @Override
    public String revenue() {
        return Terms.REVENUE;
    }

    @Override
    public String revenueCodes() {
        return Terms.REVENUE_CODES;
    }

    @Override
    public void stay(AsAsked granted, ObjectNode item) {
        granted.stay(new Extensions(item));
    }

    @Override
    public void line(ObjectNode request, ObjectNode payload, int line) {
        line(request, line);
    }

    @Override
    public void needed(ObjectNode input, DocumentAsk ask) {
        line(input, ask.line());
        Documents.modifier(input, ask);
    }

    private static void line(ObjectNode element, int line) {
        new Extensions(element).number(Terms.SERVICE_LINE, line);
    }

    @Override
    public void form(ObjectNode task, DocumentAsk ask) {
        ObjectNode input = Tasks.input(task, "questionnaire-context");
        line(input, ask.line());
        input.put("valueString", ask.context().isEmpty() ? ask.control() : ask.context());
    }

    @Override
    public void errorElement(ObjectNode error, String element, int note) {
        Extensions place = new Extensions(error).nested(Terms.ERROR_ELEMENT);
        place.number("processNote", note);
        place.text("error", element);
    }
}
