package org.precert.pas;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Line;
import org.precert.cases.Member;
import org.precert.clocks.ClockQuestion;
import org.precert.clocks.ClockTable;
import org.precert.clocks.Due;
import org.precert.clocks.Urgency;

/** When the open lines of a request have to be decided: the shortest time of any of them. */
final class DueTimes {

    private final ClockTable clocks;

    DueTimes(ClockTable clocks) {
        this.clocks = clocks;
    }

    Optional<Due> of(List<Line> lines, Member member, boolean expedited, Instant receivedAt) {
        List<ClockQuestion> questions = lines.stream()
                .filter(line -> line.decision().isOpen())
                .map(line -> question(line, member, expedited, receivedAt))
                .toList();
        return questions.isEmpty() ? Optional.empty() : Optional.of(clocks.due(questions));
    }

    /** For lines that are decided and are to be looked at again. */
    Due again(List<Line> lines, Member member, boolean expedited, Instant receivedAt) {
        return clocks.due(lines.stream()
                .map(line -> question(line, member, expedited, receivedAt))
                .toList());
    }

    private static ClockQuestion question(Line line, Member member, boolean expedited, Instant receivedAt) {
        String business = member.lineOfBusiness();
        return new ClockQuestion(
                business.isEmpty() || business.equals("unknown") ? Optional.empty() : Optional.of(business),
                line.subject(),
                expedited ? Urgency.EXPEDITED : Urgency.STANDARD,
                member.state(),
                receivedAt);
    }
}
