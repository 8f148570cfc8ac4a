package org.precert.inferno;

import java.util.List;

/** What the kit's test of this id would say. */
public record Verdict(String test, Outcome outcome, List<String> errors) {

    enum Outcome {
        PASS,
        SKIP,
        FAIL
    }

    static Verdict of(String test, List<String> errors) {
        return new Verdict(test, errors.isEmpty() ? Outcome.PASS : Outcome.FAIL, List.copyOf(errors));
    }

    static Verdict passIf(String test, boolean holds, String otherwise) {
        return of(test, holds ? List.of() : List.of(otherwise));
    }

    static Verdict skip(String test) {
        return new Verdict(test, Outcome.SKIP, List.of());
    }

    boolean passes() {
        return outcome == Outcome.PASS;
    }
}
