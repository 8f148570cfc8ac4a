package org.precert.cases;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.precert.clocks.Subject;

/**
 * One line of a request.
 *
 * @param sequence as the provider numbered it
 * @param reference by which people speak of it while there is no authorization: REF-NT
 * @param decidedAt when it came to where it stands
 * @param deniedBy ids of those who denied it before an appeal: somebody else decides that
 * @param fingerprint of all that was looked at: an update that changes it changes the line, whether it says so or not
 */
public record Line(
        int sequence,
        Service service,
        Subject subject,
        Basis basis,
        LineDecision decision,
        String reference,
        Instant decidedAt,
        Set<String> deniedBy,
        String fingerprint) {

    public Line {
        deniedBy = Set.copyOf(deniedBy);
    }

    public Line with(LineDecision next, Instant at) {
        return new Line(sequence, service, subject, basis, next, reference, at, deniedBy, fingerprint);
    }

    Line appealed(LineDecision next, Instant at, String by) {
        Set<String> all = new HashSet<>(deniedBy);
        all.add(by);
        return new Line(sequence, service, subject, basis, next, reference, at, all, fingerprint);
    }

    /** The same line as it was asked for anew: who denied it is not forgotten. */
    Line after(Line before) {
        return new Line(
                sequence, service, subject, basis, decision, reference, decidedAt, before.deniedBy, fingerprint);
    }

    /** Whether the provider appealed against its denial. */
    public boolean wasAppealed() {
        return !deniedBy.isEmpty();
    }
}
