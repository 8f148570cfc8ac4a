package org.precert.inferno.dtr;

import java.util.List;

/** An assertion of the kit that does not hold. As in Ruby, the test ends with the first one. */
final class Assertion extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Assertion(String message) {
        super(message);
    }

    static void holds(boolean condition, String otherwise) {
        if (!condition) {
            throw new Assertion(otherwise);
        }
    }

    static List<String> failures(Runnable test) {
        try {
            test.run();
            return List.of();
        } catch (Assertion failed) {
            return List.of(String.valueOf(failed.getMessage()));
        }
    }
}
