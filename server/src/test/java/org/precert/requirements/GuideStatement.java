package org.precert.requirements;

import java.util.List;

/**
 * One conformance statement of the guide, in our words.
 *
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

    boolean hasReason() {
        return !notTested.isEmpty();
    }
}
