package org.precert.dtr.terminology;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds codes by what somebody types: each word of it begins the code, or a word of the display, in any order. "acut ast"
 * finds acute asthma. Upper and lower case are the same.
 */
record TextFilter(String text) {

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    Predicate<JsonNode> test() {
        List<String> wanted = words(BLANK, text).toList();
        return coding -> {
            String code = coding.path("code").asText().toLowerCase(Locale.ROOT);
            List<String> display =
                    words(NO_LETTER, coding.path("display").asText()).toList();
            return wanted.stream().allMatch(word -> code.startsWith(word) || begins(display, word));
        };
    }

    /** A word with a hyphen in it is two in the display. */
    private static boolean begins(List<String> display, String word) {
        List<String> parts = words(NO_LETTER, word).toList();
        return !parts.isEmpty()
                && parts.stream().allMatch(part -> display.stream().anyMatch(each -> each.startsWith(part)));
    }

    private static Stream<String> words(Pattern between, String text) {
        return Arrays.stream(between.split(text.toLowerCase(Locale.ROOT))).filter(word -> !word.isEmpty());
    }
}
