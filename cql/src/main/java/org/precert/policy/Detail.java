package org.precert.policy;

import java.util.Set;

/**
 * A detail of an order that would fill a missing fact: one of those to choose from, never assumed.
 *
 * @param element what of the order it states: route
 * @param display words of a system that is free to quote, or our own
 */
public record Detail(String element, String system, String code, String display) {

    private static final Set<String> ELEMENTS = Set.of("route");

    public Detail {
        if (!ELEMENTS.contains(element)) {
            throw new IllegalArgumentException("a detail states the order's route, not '" + element + "'");
        }
    }
}
