package org.precert.pas.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.precert.cases.Case;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;

/** The whole answer in a sentence or two, for people and for systems that read nothing else. Its first word tells the result. */
record Disposition(Case state) {

    String words() {
        List<String> parts = new ArrayList<>();
        count(parts, line -> line.decision() instanceof LineDecision.Approved, "certified");
        count(parts, line -> line.decision() instanceof LineDecision.Modified, "certified otherwise than requested");
        count(parts, line -> line.decision() instanceof LineDecision.Denied, "not certified");
        count(parts, line -> line.decision() instanceof LineDecision.NotRequired, "in no need of authorization");
        count(parts, line -> line.decision() instanceof LineDecision.Pended, "not decided yet");
        count(parts, line -> line.decision() instanceof LineDecision.ContactPayer, "to be settled with the payer");
        count(parts, line -> line.decision() instanceof LineDecision.Cancelled, "withdrawn");
        return first() + ": " + String.join(", ", parts) + ". " + due() + see();
    }

    private void count(List<String> parts, Predicate<Line> which, String words) {
        long found = state.lines().stream().filter(which).count();
        if (found > 0) {
            parts.add(found + " of " + state.lines().size() + (parts.isEmpty() ? " requested services " : " ") + words);
        }
    }

    private String first() {
        List<LineDecision> live = state.lines().stream()
                .map(Line::decision)
                .filter(decision -> !(decision instanceof LineDecision.Cancelled))
                .toList();
        if (live.isEmpty()) {
            return "CANCELLED";
        }
        if (state.isOpen()) {
            return "PENDED";
        }
        if (live.stream().allMatch(LineDecision.Denied.class::isInstance)) {
            return "DENIED";
        }
        if (live.stream().anyMatch(LineDecision.Denied.class::isInstance)) {
            return "PARTLY DENIED";
        }
        if (live.stream().anyMatch(LineDecision.Modified.class::isInstance)) {
            return "MODIFIED";
        }
        return live.stream().anyMatch(LineDecision.Approved.class::isInstance) ? "APPROVED" : "NOT REQUIRED";
    }

    private String due() {
        return state.due().map(due -> Words.due(due) + " ").orElse("");
    }

    private String see() {
        return state.lines().size() == 1 ? "See note 1." : "See the notes.";
    }
}
