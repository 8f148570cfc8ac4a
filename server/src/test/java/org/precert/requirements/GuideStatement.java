package org.precert.requirements;

import java.util.List;

/**
 * One conformance statement of the guide, in our words; or a point of our own that the guide leaves open.
 *
 * @param verb SHALL, SHALL NOT, SHOULD, SHOULD NOT or MAY; {@code own} for what Precert holds itself to
 * @param binds server, client, both or organization
 * @param numbers2_0 Inferno's numbers of the statements of 2.0.1 that say the same
 * @param notTested the kind of reason why not, or empty
 */
record GuideStatement(
        String id, String verb, String binds, String words, List<String> numbers2_0, String notTested, String because) {

    boolean bindsServers() {
        return !binds.equals("client");
    }

    boolean isMandatory() {
        return verb.equals("SHALL") || verb.equals("SHALL NOT");
    }

    /** Beyond the guide. */
    boolean isOwn() {
        return verb.equals("own");
    }

    /** By a test, or there is a reason why not. */
    boolean isToBeProven() {
        return bindsServers() && (isMandatory() || isOwn());
    }

    boolean hasReason() {
        return !notTested.isEmpty();
    }
}
