package org.precert.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules in force, each cell's laid out over time: on every day exactly one for the whole country, at most one a state. */
final class Schedule {

    private final LocalDate start;
    private final Map<Cell, List<Span>> spans = new LinkedHashMap<>();
    private final Set<String> lines = new TreeSet<>(Set.of(ClockRule.ANY_OTHER));
    private final Set<String> states = new TreeSet<>();

    Schedule(LocalDate start, List<ClockRule> rules) {
        this.start = start;
        List<ClockRule> inForce = rules.stream().filter(ClockRule::isInForce).toList();
        Map<Cell, List<ClockRule>> byCell = new LinkedHashMap<>();
        for (ClockRule rule : inForce) {
            lines.addAll(rule.lines());
            states.addAll(rule.states());
            rule.cells()
                    .forEach(cell -> byCell.computeIfAbsent(cell, any -> new ArrayList<>())
                            .add(rule));
        }
        byCell.forEach((cell, rivals) -> spans.put(cell, laidOut(rivals)));
        spans.forEach(SpanCheck::refuseOverlap);
        everywhere().forEach(cell -> SpanCheck.refuseGap(cell, spans.getOrDefault(cell, List.of()), start));
    }

    /** Every rule that could count: more than one where the line or the state is unknown, or where a state has its own. */
    Stream<ClockRule> candidates(ClockQuestion question, LocalDate received) {
        LocalDate day = received.isBefore(start) ? start : received;
        return linesOf(question)
                .flatMap(line ->
                        statesOf(question).map(state -> new Cell(line, question.subject(), question.urgency(), state)))
                .flatMap(cell -> spans.getOrDefault(cell, List.of()).stream())
                .filter(span -> span.has(day))
                .map(Span::rule);
    }

    private Stream<String> linesOf(ClockQuestion question) {
        return question.line()
                .map(line -> Stream.of(lines.contains(line) ? line : ClockRule.ANY_OTHER))
                .orElseGet(lines::stream);
    }

    private Stream<String> statesOf(ClockQuestion question) {
        Stream<String> own = question.state().isEmpty() ? states.stream() : Stream.of(question.state());
        return Stream.concat(Stream.of(ClockRule.EVERYWHERE), own);
    }

    private Stream<Cell> everywhere() {
        return lines.stream()
                .flatMap(line -> Stream.of(Subject.values())
                        .flatMap(subject -> Stream.of(Urgency.values())
                                .map(urgency -> new Cell(line, subject, urgency, ClockRule.EVERYWHERE))));
    }

    private static List<Span> laidOut(List<ClockRule> rivals) {
        return rivals.stream()
                .map(rule -> new Span(rule.from(), lastDay(rule, rivals), rule))
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparing(Span::from)
                        .thenComparing(span -> span.rule().id()))
                .toList();
    }

    private static LocalDate lastDay(ClockRule rule, List<ClockRule> rivals) {
        LocalDate written = rule.until().orElse(LocalDate.MAX);
        return rivals.stream()
                .filter(rival -> rival.replaces().contains(rule.id()))
                .map(rival -> rival.from().minusDays(1))
                .filter(written::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(written);
    }
}
