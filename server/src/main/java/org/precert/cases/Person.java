package org.precert.cases;

import org.precert.audit.Who;

/**
 * A member of the payer's staff who acted.
 *
 * @param credential such as MD or RN; empty for staff that may not decide on care
 * @param npi of the reviewer; may be empty
 * @param specialty a code of the provider taxonomy; may be empty
 * @param physician whether this person may decide against care: 42 CFR 422.566(d) wants a physician or another appropriate
 *     professional with expertise in the field
 */
public record Person(String id, String name, String credential, String npi, String specialty, boolean physician)
        implements Actor, DeniedBy {

    public Person {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A person has an id and a name");
        }
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public Who audited() {
        return Who.person(id, credential);
    }

    @Override
    public boolean mayDeny(DenialReason reason) {
        return !credential.isBlank() && (physician || !reason.clinical());
    }
}
