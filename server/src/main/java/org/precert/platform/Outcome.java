package org.precert.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Writes an OperationOutcome. Text stands in details and diagnostics alike: clients show the one or the other. */
final class Outcome {

    private Outcome() {}

    static ObjectNode of(ObjectMapper json, String code, @Nullable String text, String path) {
        ObjectNode outcome = json.createObjectNode().put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue").addObject();
        issue.put("severity", "error").put("code", code);
        issue.putObject("details").put("text", text);
        issue.put("diagnostics", text);
        if (!path.isEmpty()) {
            issue.putArray("expression").add(path);
        }
        return outcome;
    }
}
