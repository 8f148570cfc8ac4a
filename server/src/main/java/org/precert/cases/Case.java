package org.precert.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.precert.clocks.Due;

/**
 * A prior authorization from the request to the last word: what its events come to.
 *
 * @param number what people call it
 * @param version of the guide that the request came in
 * @param submission by which the latest request's bytes are kept
 * @param payer its key
 * @param receivedAt when the request came in: the clock starts
 * @param continues number of the case that this one renews or extends
 * @param lines every line that was ever asked for, by sequence
 * @param asks every document that was ever asked for
 * @param due when the open lines have to be decided; empty when none is open
 * @param extended whether more time was taken
 * @param escalated how often staff were told that time runs out
 * @param changedAt when it changed last
 * @param events how many there are: the version for optimistic locking
 */
public record Case(
        String id,
        String number,
        String version,
        String submission,
        String payer,
        Requester requester,
        Member member,
        boolean expedited,
        Instant receivedAt,
        Optional<String> continues,
        List<Line> lines,
        List<DocumentAsk> asks,
        Optional<Due> due,
        boolean extended,
        int escalated,
        Instant changedAt,
        int events) {

    public Case {
        lines = List.copyOf(lines);
        asks = List.copyOf(asks);
    }

    /** What a history comes to. */
    public static Case of(List<Recorded> history) {
        Recorded first = history.get(0);
        if (!(first.event() instanceof CaseEvent.Opened opened)) {
            throw new IllegalStateException("A case begins with the event that opens it");
        }
        Case state = CaseChange.opened(opened, first);
        for (Recorded next : history.subList(1, history.size())) {
            state = state.after(next);
        }
        return state;
    }

    /** @throws NotPossible if this can not happen to the case as it stands */
    public Case after(Recorded recorded) {
        if (recorded.number() != events + 1) {
            throw new IllegalStateException("Event " + recorded.number() + " does not follow " + events);
        }
        return recorded.event().tell(new CaseChange(this, recorded));
    }

    /**
     * By when something that was asked for has to be there, so that a quarter of the time is left to decide; empty where
     * nothing is due.
     */
    public Optional<Instant> neededBy(DocumentAsk ask) {
        return due.map(each -> ask.askedAt()
                .plus(Duration.between(ask.askedAt(), each.at()).multipliedBy(3).dividedBy(4)));
    }

    public boolean isOpen() {
        return lines.stream().anyMatch(line -> line.decision().isOpen());
    }

    public boolean isCancelled() {
        return lines.stream().allMatch(line -> line.decision() instanceof LineDecision.Cancelled);
    }

    /** @throws NotPossible if there is none */
    public Line line(int sequence) {
        return find(sequence).orElseThrow(() -> new NotPossible("The case has no such line"));
    }

    public Optional<Line> find(int sequence) {
        return lines.stream().filter(line -> line.sequence() == sequence).findFirst();
    }

    /** What was asked for, is not there, and still matters. */
    public List<DocumentAsk> openAsks() {
        return asks.stream()
                .filter(ask -> ask.receivedAt().isEmpty())
                .filter(ask -> find(ask.line())
                        .filter(line -> line.decision().isOpen())
                        .isPresent())
                .toList();
    }
}
