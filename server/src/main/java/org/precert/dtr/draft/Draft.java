package org.precert.dtr.draft;

import java.time.Instant;
import java.util.List;

/**
 * What a response is about.
 *
 * @param patient the bare id
 * @param coverages Type/id
 * @param orders Type/id
 * @param purpose a code of DocReason
 * @param authored to the second
 */
public record Draft(String patient, List<String> coverages, List<String> orders, String purpose, Instant authored) {

    public Draft {
        coverages = List.copyOf(coverages);
        orders = List.copyOf(orders);
        authored = Instant.ofEpochSecond(authored.getEpochSecond());
    }
}
