package org.precert.pas.call;

import java.util.List;
import java.util.Optional;

/**
 * The ways in which a request names the one that it builds on, to be tried in this order.
 *
 * @param reference of {@code Claim.related.claim}; empty where there is none
 * @param identifier of {@code Claim.related.claim}; of the Claim itself where 2.0.1 names nothing else
 * @param authorizationNumbers REF-BB, of the Claim first, then of its items
 * @param administrativeNumbers REF-NT, likewise
 */
public record PriorReference(
        String reference,
        Optional<BusinessId> identifier,
        List<String> authorizationNumbers,
        List<String> administrativeNumbers) {

    public PriorReference {
        authorizationNumbers = List.copyOf(authorizationNumbers);
        administrativeNumbers = List.copyOf(administrativeNumbers);
    }

    boolean namesSomething() {
        return !reference.isEmpty()
                || identifier.isPresent()
                || !authorizationNumbers.isEmpty()
                || !administrativeNumbers.isEmpty();
    }
}
