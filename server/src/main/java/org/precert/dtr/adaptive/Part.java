package org.precert.dtr.adaptive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A further part of a group that was offered before: "safety.2" of "safety". What its items are called stays.
 *
 * @param of the linkId of the group
 * @param number from 2
 */
record Part(String of, int number) {

    private static final Pattern SHAPE = Pattern.compile("(.+)\\.([1-9]\\d{0,3})");

    String linkId() {
        return of + "." + number;
    }

    /** @return nothing for what is called in another way; something else of the form may be called so, too */
    static Optional<Part> of(String linkId) {
        Matcher match = SHAPE.matcher(linkId);
        return match.matches()
                ? Optional.of(new Part(match.group(1), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }
}
