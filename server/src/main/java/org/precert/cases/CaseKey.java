package org.precert.cases;

import org.precert.storage.Sha256;

/**
 * Something by which a case is found. The database has its hash alone: ids may be of any length, and some are of patients.
 *
 * @param value as it was sent
 */
public record CaseKey(Kind kind, String value) {

    /** What it is. */
    public enum Kind {
        /** system|value of a member or subscriber. */
        MEMBER,
        /** system|value of an organization or a provider that asked. */
        PARTY,
        /** Of a case, a line or an authorization, superseded ones too. */
        NUMBER,
        /** fullUrl of the Claim, behind the client's id. */
        CLAIM_URL,
        /** system|value of the Claim, behind the client's id. */
        CLAIM_ID,
        /** The attachment control number. */
        CONTROL,
        /** The assertion id of a review. */
        ASSERTION,
        /** How its sender labelled it: what is restricted stays so. */
        LABEL
    }

    String hash() {
        return Sha256.hex(value);
    }
}
