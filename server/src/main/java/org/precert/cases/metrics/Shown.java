package org.precert.cases.metrics;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number, or the words that stand in its place.
 *
 * @param words of what is no number; empty where there is none to tell
 */
record Shown(Optional<BigDecimal> number, String words) {

    static final Shown NOTHING = new Shown(Optional.empty(), "");

    /** Not small itself, but it would tell what is. */
    static final Shown WITHHELD = new Shown(Optional.empty(), "withheld");

    static Shown of(long count) {
        return of(BigDecimal.valueOf(count));
    }

    static Shown of(BigDecimal number) {
        return new Shown(Optional.of(number), "");
    }

    static Shown fewerThan(int smallest) {
        return new Shown(Optional.empty(), "fewer than " + smallest);
    }

    /** For people and tables: a plain decimal, or the words. */
    String text() {
        return number.map(BigDecimal::toPlainString).orElse(words);
    }
}
