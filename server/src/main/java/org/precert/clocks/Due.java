package org.precert.clocks;

import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * The time that a decision may take.
 *
 * @param at when the decision is due
 * @param rule id of the table's row
 * @param words for people: "72 hours (expedited service, Medicare Advantage)"
 * @param citation of the law, such as "42 CFR 422.572(a)(1)"
 * @param mostExtension calendar days by which it may be made longer, once; {@link Period#ZERO} if it may not
 * @param warnAt when staff are warned first
 */
public record Due(Instant at, String rule, String words, String citation, Period mostExtension, Instant warnAt) {

    /** Whether it may be made longer, for reasons that the rule gives and with a notice. */
    public boolean isExtendable() {
        return !mostExtension.isZero();
    }

    /** How many days that are. */
    public long extensionDays() {
        return mostExtension.get(ChronoUnit.DAYS);
    }

    Due notExtendable() {
        return new Due(at, rule, words, citation, Period.ZERO, warnAt);
    }
}
