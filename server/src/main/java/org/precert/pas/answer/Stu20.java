package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.cases.Case;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.pas.call.SubmittedRequest;

/**
 * PAS 2.0.1. It has no words for who reviewed, and none for a granted day or place: notes have these.
 * https://hl7.org/fhir/us/davinci-pas/STU2/StructureDefinition-profile-claimresponse-base.html
 */
final class Stu20 implements Spelling {

    @Override
    public String outcome(Case state) {
        List<Line> live = state.lines().stream()
                .filter(line -> !(line.decision() instanceof LineDecision.Cancelled))
                .toList();
        if (!state.isOpen()) {
            return "complete";
        }
        return live.stream().allMatch(line -> line.decision().isOpen()) ? "queued" : "partial";
    }

    @Override
    public void head(ObjectNode response, SubmittedRequest request) {}

    @Override
    public void whole(Matter matter, ObjectNode response) {}

    @Override
    public void authorized(Extensions extensions, Providers.Provider provider) {
        Extensions authorized = extensions.nested(Terms.AUTHORIZED_PROVIDER);
        authorized.reference("provider", provider.reference());
        provider.type().ifPresent(type -> authorized.concept("providerType", type));
    }

    @Override
    public void granted(
            Matter matter, ObjectNode response, ObjectNode item, Line line, LineDecision.Modified decision) {
        new Grants(matter).detail(item, line, decision.granted());
    }

    @Override
    public String revenue() {
        return "revenue";
    }

    @Override
    public String revenueCodes() {
        return Terms.REVENUE_CODES_2_0;
    }

    @Override
    public void stay(AsAsked granted, ObjectNode item) {}

    @Override
    public void line(ObjectNode request, ObjectNode payload, int line) {
        new Extensions(payload).number(Terms.SERVICE_LINE, line);
    }

    @Override
    public void needed(ObjectNode input, DocumentAsk ask) {
        new Extensions(input).add(Terms.PA_LINE).put("valueInteger", ask.line());
    }

    @Override
    public void form(ObjectNode task, DocumentAsk ask) {
        ObjectNode input = Tasks.input(task, "questionnaires-needed");
        needed(input, ask);
        ObjectNode identifier = input.putObject("valueIdentifier");
        if (!ask.form().isEmpty()) {
            identifier.put("system", Terms.URI).put("value", ask.form());
        } else if (!ask.context().isEmpty()) {
            identifier.put("system", Terms.FORM_CONTEXT).put("value", ask.context());
        } else {
            identifier.put("system", Terms.CONTROL_NUMBER).put("value", ask.control());
        }
    }

    @Override
    public void errorElement(ObjectNode error, String element, int note) {
        new Extensions(error).text(Terms.ERROR_ELEMENT, element);
    }
}
