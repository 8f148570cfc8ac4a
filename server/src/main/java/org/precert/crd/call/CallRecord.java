package org.precert.crd.call;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call as it may be kept: the token never is. */
public final class CallRecord {

    private CallRecord() {}

    public static ObjectNode of(ObjectNode call) {
        ObjectNode kept = call.objectNode();
        call.properties().forEach(entry -> {
            if (!entry.getKey().equals("fhirAuthorization")) {
                kept.set(entry.getKey(), entry.getValue());
            }
        });
        return kept;
    }
}
