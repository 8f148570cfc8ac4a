package org.precert.conformance;

import java.util.ArrayList;
import java.util.List;

/** What is against the rules. */
final class Dtr22Findings {

    private final List<String> texts = new ArrayList<>();

    /** @param place in the words of what is looked at, as a linkId */
    void unless(boolean holds, Dtr22Rule rule, String place) {
        if (!holds) {
            texts.add(rule + " (" + rule.source() + "): " + place);
        }
    }

    List<String> texts() {
        return List.copyOf(texts);
    }
}
