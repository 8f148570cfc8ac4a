package org.precert.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precert.cases.CaseEvent;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;

/** What happened, in a sentence. */
enum HistoryWords implements CaseEvent.Cases<String> {
    INSTANCE;

    @Override
    public String opened(CaseEvent.Opened event) {
        return "The request came in" + (event.expedited() ? ", expedited" : "") + ": " + lines(event.lines());
    }

    @Override
    public String updated(CaseEvent.Updated event) {
        return "The provider changed the request: " + lines(event.lines());
    }

    @Override
    public String decided(CaseEvent.Decided event) {
        return line(event.line(), event.decision()) + reason(event.decision());
    }

    @Override
    public String reviewed(CaseEvent.Reviewed event) {
        return "The policy was asked again: " + lines(event.lines());
    }

    @Override
    public String cancelled(CaseEvent.CancelledLines event) {
        return "The provider took back "
                + event.lines().stream().map(each -> "line " + each).collect(Collectors.joining(", "));
    }

    @Override
    public String appealed(CaseEvent.Appealed event) {
        return "The provider appeals"
                + (event.expedited() ? ", expedited" : "")
                + " for "
                + event.lines().stream().map(each -> "line " + each).collect(Collectors.joining(", "));
    }

    @Override
    public String documentsAsked(CaseEvent.DocumentsAsked event) {
        return "Documents were asked for: "
                + event.asks().stream().map(DocumentAsk::words).collect(Collectors.joining("; "));
    }

    @Override
    public String documentsArrived(CaseEvent.DocumentsArrived event) {
        return "Documents arrived" + (event.last() ? "; the provider sends no more" : "; more will follow");
    }

    @Override
    public String extended(CaseEvent.Extended event) {
        return "The time was extended until " + event.due().at() + ": " + event.why();
    }

    @Override
    public String escalated(CaseEvent.Escalated event) {
        return event.late() ? "Staff were told that it is late" : "Staff were told that time runs out";
    }

    @Override
    public String peerToPeer(CaseEvent.PeerToPeer event) {
        return "A talk with " + event.with() + " was held at " + event.heldAt() + ": " + event.note();
    }

    @Override
    public String noted(CaseEvent.Noted event) {
        return "Note: " + event.note();
    }

    private static String lines(List<Line> lines) {
        return lines.stream()
                .map(each -> line(each.sequence(), each.decision()))
                .collect(Collectors.joining("; "));
    }

    private static String line(int sequence, LineDecision decision) {
        return "line " + sequence + ": " + Title.of(decision);
    }

    private static String reason(LineDecision decision) {
        return Optional.of(decision)
                .filter(LineDecision.Denied.class::isInstance)
                .map(LineDecision.Denied.class::cast)
                .map(denied -> ": " + denied.words() + " (" + denied.clause() + ")")
                .orElse("");
    }
}
