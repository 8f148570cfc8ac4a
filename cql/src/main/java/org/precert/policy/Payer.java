package org.precert.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payer that this server answers for.
 *
 * @param key the folder's name
 * @param identifiers system|value of the Organization that a Coverage names as its payor
 * @param plans the line of business of each {@code Coverage.class} value, as {@code type|value}, that the payer lists
 * @param demonstration invented, and loaded with the demo data alone
 */
public record Payer(
        String key,
        String name,
        Optional<String> url,
        List<String> identifiers,
        Map<String, String> plans,
        boolean demonstration) {

    public Payer {
        identifiers = List.copyOf(identifiers);
        plans = Map.copyOf(plans);
    }
}
