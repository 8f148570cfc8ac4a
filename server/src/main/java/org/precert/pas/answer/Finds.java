package org.precert.pas.answer;

import java.util.List;
import java.util.Set;

/**
 * What an inquiry found.
 *
 * @param shown the best match first
 * @param others ids of those of them that somebody else had requested than who asks
 * @param withheld whether something else was found that may not be shown
 * @param left how many more there are than an answer has room for
 */
public record Finds(List<Found> shown, Set<String> others, boolean withheld, int left) {

    public Finds {
        shown = List.copyOf(shown);
        others = Set.copyOf(others);
    }
}
