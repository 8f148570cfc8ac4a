package org.precert.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * For how long links are kept, by what they tell of.
 *
 * <p>Six years are the least: 45 CFR 164.316(b)(2)(i). Medicare Advantage organizations keep theirs for ten: 42 CFR 422.504(d).
 */
final class KeepRules {

    static final Period LEAST = Period.ofYears(6);

    /** The name of the rule for whatever has none of its own. */
    private static final String OTHERS = "default";

    private final Map<EntryKind, Period> periods = new EnumMap<>(EntryKind.class);

    /**
     * @param rules by {@link EntryKind#code}, or "default"; without any, everything is kept for ever
     * @throws IllegalArgumentException if one is not possible
     */
    KeepRules(Map<String, Period> rules) {
        rules.forEach(KeepRules::check);
        for (EntryKind kind : EntryKind.values()) {
            Optional.ofNullable(rules.get(kind.code()))
                    .or(() -> Optional.ofNullable(rules.get(OTHERS)))
                    .ifPresent(period -> periods.put(kind, period));
        }
    }

    private static void check(String kind, Period period) {
        if (!kind.equals(OTHERS) && EntryKind.of(kind).isEmpty()) {
            throw new IllegalArgumentException("precert.audit.keep." + kind + " is for nothing that is recorded");
        }
        LocalDate day = LocalDate.EPOCH;
        if (day.plus(period).isBefore(day.plus(LEAST))) {
            throw new IllegalArgumentException("precert.audit.keep." + kind + " is shorter than six years");
        }
    }

    /** Whether nobody has to keep it any more. What is not known is kept. */
    boolean isOver(Link link, Instant now) {
        return EntryKind.of(link.kind())
                .map(periods::get)
                .filter(period -> link.at()
                        .atZone(ZoneOffset.UTC)
                        .plus(period)
                        .toInstant()
                        .isBefore(now))
                .isPresent();
    }

    boolean areNone() {
        return periods.isEmpty();
    }
}
