package org.precert.subscriptions;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * An answer that changed, or is there now.
 *
 * @param client id of the client that submitted; empty for anybody
 * @param payer the key of the payer who decides
 * @param organizations of the requesting side: requestor identifiers, GS02 and ISA06, as bare values and as system|value
 * @param caseId of ours; at most 100 characters
 * @param claimResponseId where the answer can be read; at most 100 characters
 * @param at when it changed
 * @param bundles the PAS Response Bundle as JSON, by version of the guide: "2.0.1", "2.2.1". Asked for a version only where
 *     somebody gets it, so it may be lazy
 */
public record Notice(
        String client,
        String payer,
        Set<String> organizations,
        String caseId,
        String claimResponseId,
        Instant at,
        Map<String, String> bundles) {

    public Notice {
        organizations = Set.copyOf(organizations);
    }
}
