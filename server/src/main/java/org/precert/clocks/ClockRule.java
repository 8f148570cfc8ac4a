package org.precert.clocks;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the table.
 *
 * @param lines codes of the lines of business; {@link #ANY_OTHER} is every line that no row names
 * @param states two letters each; none: everywhere
 * @param extension the most by which the time may be made longer, once; {@link Period#ZERO} if it may not
 * @param from the first day of receipt, in the payer's zone
 * @param until the last one; empty while no end is known
 * @param replaces ids of rows in whose place this one stands from its first day, once it is in force
 * @param note for people; may be empty
 */
public record ClockRule(
        String id,
        Set<String> lines,
        Set<Subject> subjects,
        Set<Urgency> urgencies,
        Set<String> states,
        AllowedTime time,
        Period extension,
        LocalDate from,
        Optional<LocalDate> until,
        Status status,
        Set<String> replaces,
        String citation,
        String note) {

    public static final String ANY_OTHER = "*";

    /** Where every state is meant. */
    static final String EVERYWHERE = "";

    boolean isInForce() {
        return status == Status.IN_FORCE;
    }

    /** In a fixed order, so that messages do not change from start to start. */
    List<Cell> cells() {
        return lines.stream()
                .flatMap(line -> subjects.stream()
                        .flatMap(subject -> urgencies.stream()
                                .flatMap(urgency -> (states.isEmpty() ? Set.of(EVERYWHERE) : states)
                                        .stream().map(state -> new Cell(line, subject, urgency, state)))))
                .sorted(Comparator.comparing(Cell::words))
                .toList();
    }
}
