package org.precert.cases.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.Recorded;
import org.precert.clocks.Due;
import org.precert.clocks.Subject;

/** Walks through a history. What the request was at each step decides, not what became of it later. */
final class StoryReader {

    private final Subject subject;
    private final List<AppealDecided> appeals = new ArrayList<>();
    private final Set<Integer> appealed = new HashSet<>();
    private Optional<Instant> submitted = Optional.empty();
    private Optional<Due> due = Optional.empty();
    private Optional<Determined> determined = Optional.empty();

    private StoryReader(Subject subject) {
        this.subject = subject;
    }

    /**
     * @param history from its beginning
     * @param until what happened then or later is not read; the first event is read always
     */
    static Story read(List<Recorded> history, Subject subject, Instant until) {
        StoryReader reader = new StoryReader(subject);
        Case state = Case.of(history.subList(0, 1));
        reader.step(state, history.get(0));
        for (Recorded next : history.subList(1, history.size())) {
            if (!next.at().isBefore(until)) {
                break;
            }
            state = state.after(next);
            reader.step(state, next);
        }
        return new Story(Where.of(state), state.receivedAt(), reader.ending(state), reader.determined, reader.appeals);
    }

    private void step(Case state, Recorded recorded) {
        List<Line> counted = counted(state);
        if (submitted.isEmpty() && !counted.isEmpty()) {
            submitted = Optional.of(recorded.number() == 1 ? state.receivedAt() : recorded.at());
        }
        due = state.due().or(() -> due);
        if (determined.isEmpty() && isDecided(counted)) {
            determined = Optional.of(determined(state, counted, recorded.at()));
        }
        appeal(state, counted, recorded);
    }

    /** Lines of the other subject, those that need no authorization and those that were taken back are not counted. */
    private List<Line> counted(Case state) {
        return state.lines().stream()
                .filter(line -> line.subject() == subject)
                .filter(line -> !(line.decision() instanceof LineDecision.NotRequired))
                .filter(line -> !(line.decision() instanceof LineDecision.Cancelled))
                .toList();
    }

    private static boolean isDecided(List<Line> lines) {
        return !lines.isEmpty()
                && lines.stream().noneMatch(line -> line.decision().isOpen());
    }

    private Determined determined(Case state, List<Line> counted, Instant at) {
        // Where the provider took an open line back, the others may have been decided long ago.
        Instant last = counted.stream()
                .map(Line::decidedAt)
                .max(Comparator.naturalOrder())
                .orElse(at);
        Duration took = Duration.between(submitted.orElse(state.receivedAt()), last);
        return new Determined(
                at,
                Result.of(counted),
                state.expedited(),
                took.isNegative() ? Duration.ZERO : took,
                state.extended(),
                due.filter(each -> last.isAfter(each.at())).isEmpty());
    }

    private void appeal(Case state, List<Line> counted, Recorded recorded) {
        if (recorded.event() instanceof CaseEvent.Appealed event) {
            counted.stream().map(Line::sequence).filter(event.lines()::contains).forEach(appealed::add);
        }
        List<Line> about = counted.stream()
                .filter(line -> appealed.contains(line.sequence()))
                .toList();
        if (isDecided(about)) {
            boolean expedited = determined.map(Determined::expedited).orElse(state.expedited());
            boolean approved = Result.of(about).isApproved();
            appeals.add(new AppealDecided(recorded.at(), expedited, approved));
        }
        if (about.isEmpty() || isDecided(about)) {
            appealed.clear();
        }
    }

    private Story.Ending ending(Case state) {
        List<Line> asked =
                state.lines().stream().filter(line -> line.subject() == subject).toList();
        if (determined.isPresent()) {
            return Story.Ending.DETERMINED;
        }
        if (!counted(state).isEmpty()) {
            return Story.Ending.OPEN;
        }
        if (asked.isEmpty()) {
            return Story.Ending.OTHER;
        }
        return asked.stream().anyMatch(line -> line.decision() instanceof LineDecision.NotRequired)
                ? Story.Ending.NOT_REQUIRED
                : Story.Ending.WITHDRAWN;
    }
}
