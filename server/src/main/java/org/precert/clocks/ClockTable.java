package org.precert.clocks;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The dated table of decision times, and what it says of a request. A pure function: the same question has the same answer. Where
 * something is unknown, the shortest of the rules that could count does, so that not knowing makes nobody late.
 */
public final class ClockTable {

    private static final Comparator<Candidate> SHORTEST = Comparator.comparing(
                    (Candidate each) -> each.due().at())
            .thenComparing(Candidate::latest)
            .thenComparing(each -> each.due().rule());

    private final List<ClockRule> rules;
    private final Map<String, String> lineNames;
    private final int warnAfterPercent;
    private final Schedule schedule;
    private final ZoneId zone;

    ClockTable(
            LocalDate start, int warnAfterPercent, Map<String, String> lineNames, List<ClockRule> rules, ZoneId zone) {
        this.warnAfterPercent = warnAfterPercent;
        this.lineNames = Map.copyOf(lineNames);
        this.rules = List.copyOf(rules);
        this.schedule = new Schedule(start, rules);
        this.zone = zone;
    }

    /**
     * Reads a table; its shape is told at the top of {@code clocks.yaml}.
     *
     * @param payerZone whose days are counted
     * @throws InvalidClocks naming the row, where something is missing, unknown, twice there or not there at all
     */
    public static ClockTable read(InputStream yaml, ZoneId payerZone) {
        return ClocksYaml.table(yaml, payerZone);
    }

    /** When a decision on that is due. */
    public Due due(ClockQuestion question) {
        return due(List.of(question));
    }

    /** The shortest of several: a request for a drug and a service has both clocks. */
    public Due due(List<ClockQuestion> questions) {
        List<Candidate> candidates =
                questions.stream().flatMap(this::candidates).toList();
        Due due = candidates.stream()
                .min(SHORTEST)
                .orElseThrow(() -> new IllegalArgumentException("Nothing is asked"))
                .due();
        Instant longest = candidates.stream()
                .map(Candidate::latest)
                .min(Comparator.naturalOrder())
                .orElse(due.at());
        return extended(due).isAfter(longest) ? due.notExtendable() : due;
    }

    /**
     * Made longer by the most that its rule allows. Whether a reason for it is given, and whether it is not too late for that, is
     * for others to say.
     *
     * @throws NotExtendable where the rule allows none, or it was extended already
     */
    public Due extended(Due due, Instant receivedAt) {
        if (!due.isExtendable()) {
            throw new NotExtendable(due);
        }
        Instant at = extended(due);
        String words = due.words() + ", extended by " + due.extensionDays() + " days";
        return new Due(at, due.rule(), words, due.citation(), Period.ZERO, warning(receivedAt, at));
    }

    /** All rows, those that are only proposed among them, in the order of the file. */
    public List<ClockRule> rules() {
        return rules;
    }

    /** Of a line of business, for people. */
    public String name(String line) {
        return lineNames.getOrDefault(line, "other lines of business");
    }

    /** A rule's answer, and the time that it would bear at most. */
    private record Candidate(Due due, Instant latest) {}

    private Stream<Candidate> candidates(ClockQuestion question) {
        LocalDate day = LocalDate.ofInstant(question.receivedAt(), zone);
        return schedule.candidates(question, day).map(rule -> candidate(rule, question));
    }

    private Candidate candidate(ClockRule rule, ClockQuestion question) {
        Instant at = rule.time().after(question.receivedAt(), zone);
        Due due = new Due(
                at,
                rule.id(),
                words(rule, question),
                rule.citation(),
                rule.extension(),
                warning(question.receivedAt(), at));
        return new Candidate(due, extended(due));
    }

    private Instant extended(Due due) {
        return LocalTimes.plus(due.at(), due.mostExtension(), zone);
    }

    private Instant warning(Instant receivedAt, Instant at) {
        return receivedAt.plus(
                Duration.between(receivedAt, at).multipliedBy(warnAfterPercent).dividedBy(100));
    }

    private String words(ClockRule rule, ClockQuestion question) {
        return rule.time().words() + " (" + question.urgency().word() + " "
                + question.subject().word() + ", "
                + question.line().map(this::name).orElse("line of business unknown")
                + (rule.states().isEmpty() ? "" : ", " + String.join(" ", rule.states())) + ")";
    }
}
