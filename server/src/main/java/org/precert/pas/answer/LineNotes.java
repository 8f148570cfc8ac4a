package org.precert.pas.answer;

import java.util.ArrayList;
import java.util.List;
import org.precert.cases.Basis;
import org.precert.cases.Case;
import org.precert.cases.DeniedBy;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;

/**
 * What people are told of a line. Of an open line it says what it waits for and when a decision is due, never what the policy would
 * support.
 */
record LineNotes(Case state, Line line, String contact) implements LineDecision.Cases<List<String>> {

    List<String> all() {
        List<String> notes = new ArrayList<>();
        notes.add("Line " + line.sequence() + ": " + joined(line.decision().tell(this)));
        line.basis().earlier().filter(Basis.Earlier::differs).ifPresent(earlier -> notes.add(differs(earlier)));
        return notes;
    }

    String requested() {
        return "Line " + line.sequence() + ": requested is " + Words.service(line.service()) + ".";
    }

    @Override
    public List<String> approved(LineDecision.Approved decision) {
        return List.of(
                "approved, " + Words.authorization(decision.authorization()) + ": " + Words.service(line.service()),
                decision.words());
    }

    @Override
    public List<String> modified(LineDecision.Modified decision) {
        return List.of(
                "approved otherwise than requested, " + Words.authorization(decision.authorization()) + ". Requested: "
                        + Words.service(line.service()),
                "Granted: " + Words.service(decision.granted()),
                decision.words(),
                appeal());
    }

    @Override
    public List<String> denied(LineDecision.Denied decision) {
        return List.of(
                "not approved. " + Words.sentence(decision.reason().words()),
                decision.words(),
                "It rests on: " + decision.clause(),
                decision.by() instanceof DeniedBy.Contract
                        ? "The contract excludes it; nobody judged the medical need"
                        : "",
                line.wasAppealed() ? "This decides the appeal; somebody else decided it than before" : "",
                appeal());
    }

    @Override
    public List<String> pended(LineDecision.Pended decision) {
        List<String> words = new ArrayList<>();
        words.add("not decided yet. " + Words.sentence(decision.words()));
        state.openAsks().stream()
                .filter(ask -> ask.line() == line.sequence())
                .map(LineNotes::asked)
                .forEach(words::add);
        words.add(due());
        return words;
    }

    @Override
    public List<String> notRequired(LineDecision.NotRequired decision) {
        return List.of("no prior authorization is needed", decision.words(), "This is no promise to pay");
    }

    @Override
    public List<String> contactPayer(LineDecision.ContactPayer decision) {
        return List.of("please contact the payer" + (contact.isBlank() ? "" : ", " + contact), decision.words(), due());
    }

    @Override
    public List<String> cancelled(LineDecision.Cancelled decision) {
        return List.of("withdrawn by the provider");
    }

    private String due() {
        return state.due().map(Words::due).orElse("");
    }

    private static String asked(DocumentAsk ask) {
        return "Needed: " + Words.sentence(ask.words()) + " Please name control number " + ask.control();
    }

    private String appeal() {
        return "You and the member may appeal, and the treating clinician may ask for a talk with the reviewer. "
                + "Please name reference " + line.reference()
                + (contact.isBlank() ? "" : "; the payer is reached at " + contact);
    }

    private String differs(Basis.Earlier earlier) {
        return "Line " + line.sequence() + ": this differs from what was said when the service was ordered ("
                + earlier.determination().code().replace('-', ' ') + ", reference " + earlier.assertionId()
                + "). What is said here counts.";
    }

    private static String joined(List<String> parts) {
        return String.join(
                " ",
                parts.stream()
                        .filter(part -> !part.isBlank())
                        .map(Words::sentence)
                        .toList());
    }
}
