package org.precert.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every payer and policy version that this deployment knows. Immutable; built once, at start. */
public final class PolicyBook {

    private final Map<String, Payer> payersByIdentifier = new HashMap<>();
    private final Map<String, Payer> payers = new LinkedHashMap<>();
    private final Map<String, List<Policy>> policies = new LinkedHashMap<>();

    public PolicyBook(Collection<Payer> payers, Collection<Policy> policies) {
        payers.forEach(this::add);
        for (Payer payer : this.payers.values()) {
            this.policies.put(payer.key(), versions(payer, policies));
        }
    }

    private void add(Payer payer) {
        if (payers.put(payer.key(), payer) != null) {
            throw new InvalidPolicy("two payers have the key '" + payer.key() + "'");
        }
        for (String identifier : payer.identifiers()) {
            Payer other = payersByIdentifier.put(identifier, payer);
            if (other != null) {
                throw new InvalidPolicy(
                        "'" + payer.key() + "' and '" + other.key() + "' share the identifier " + identifier);
            }
        }
    }

    private static List<Policy> versions(Payer payer, Collection<Policy> all) {
        List<Policy> versions = all.stream()
                .filter(policy -> policy.payer().equals(payer.key()))
                .sorted(Comparator.comparing(Policy::id)
                        .thenComparing(policy -> policy.inForce().from()))
                .toList();
        for (int i = 1; i < versions.size(); i++) {
            refuseOverlap(versions.get(i - 1), versions.get(i));
        }
        return versions;
    }

    private static void refuseOverlap(Policy earlier, Policy later) {
        if (earlier.id().equals(later.id())
                && earlier.inForce().covers(later.inForce().from())) {
            throw new InvalidPolicy(earlier.name() + " and " + later.name() + " are in force on the same days");
        }
    }

    public Collection<Payer> payers() {
        return List.copyOf(payers.values());
    }

    /** All versions of all policies of all payers. */
    public List<Policy> policies() {
        return policies.values().stream().flatMap(List::stream).toList();
    }

    /** @param identifier system|value */
    public Optional<Payer> payer(String identifier) {
        return Optional.ofNullable(payersByIdentifier.get(identifier));
    }

    /** The versions, one a policy, that cover the day. */
    public List<Policy> inForce(Payer payer, LocalDate day) {
        return versions(payer.key()).stream()
                .filter(policy -> policy.inForce().covers(day))
                .toList();
    }

    /** Every version of every policy of a payer, by its key. */
    public List<Policy> versions(String payer) {
        return policies.getOrDefault(payer, List.of());
    }
}
