package org.precert.decision;

import java.util.List;

/**
 * One define as it was evaluated, and the defines below it: the engine's own trace, without the data.
 *
 * @param define library and define
 * @param value true, false, null, or what a list or a resource comes to in a few words
 */
public record Trace(String define, String value, List<Trace> below) {

    public Trace {
        below = List.copyOf(below);
    }
}
