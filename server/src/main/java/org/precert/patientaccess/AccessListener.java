package org.precert.patientaccess;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Authorization;
import org.precert.cases.Case;
import org.precert.cases.CaseListener;
import org.precert.cases.Line;
import org.precert.cases.Recorded;

/** Keeps what a member may read in step with the case: written together, or neither is. */
final class AccessListener implements CaseListener {

    private final AccessRecords records;
    private final EobWriter writer;

    AccessListener(AccessRecords records, EobWriter writer) {
        this.records = records;
        this.writer = writer;
    }

    @Override
    public void changed(Case after, List<Recorded> news) {
        if (news.stream().noneMatch(each -> each.event().isVisible())) {
            return;
        }
        List<Line> granted = EobWriter.granted(after);
        records.put(
                new AccessRecords.Entry(
                        after.id(),
                        after.payer(),
                        after.isCancelled() ? "cancelled" : "active",
                        after.isOpen(),
                        goodUntil(after),
                        after.changedAt(),
                        writer.write(after, after.lines()).toString(),
                        granted.isEmpty()
                                ? Optional.empty()
                                : Optional.of(writer.write(after, granted).toString())),
                MemberIds.of(after));
    }

    private static Optional<LocalDate> goodUntil(Case state) {
        return state.lines().stream()
                .flatMap(line -> line.decision().tell(Spoken.OF).authorization().stream())
                .map(Authorization::until)
                .max(Comparator.naturalOrder());
    }
}
