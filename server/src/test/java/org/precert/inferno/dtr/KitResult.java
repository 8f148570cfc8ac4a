package org.precert.inferno.dtr;

import java.util.List;

/** What the kit's test of this id would say. */
record KitResult(String test, Outcome outcome, List<String> messages) {

    enum Outcome {
        PASS,
        SKIP,
        FAIL
    }

    KitResult {
        messages = List.copyOf(messages);
    }

    static KitResult of(String test, List<String> failures) {
        return new KitResult(test, failures.isEmpty() ? Outcome.PASS : Outcome.FAIL, failures);
    }

    static KitResult skipped(String test, List<String> why) {
        return new KitResult(test, Outcome.SKIP, why);
    }

    boolean passes() {
        return outcome == Outcome.PASS;
    }
}
