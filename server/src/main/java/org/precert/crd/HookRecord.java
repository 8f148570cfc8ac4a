package org.precert.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call as it may be kept: the token never is. */
final class HookRecord {

    private HookRecord() {}

    static ObjectNode of(HookRequest request) {
        ObjectNode kept = request.body().objectNode();
        request.body().properties().forEach(entry -> {
            if (!entry.getKey().equals("fhirAuthorization")) {
                kept.set(entry.getKey(), entry.getValue());
            }
        });
        return kept;
    }
}
