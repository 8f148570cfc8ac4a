package org.precert.dtr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Something to tell the client about a call that succeeded.
 *
 * @param code of FHIR's issue types
 * @param text for people, without data of the patient
 */
record Issue(Severity severity, String code, String text) {

    enum Severity {
        WARNING("warning"),
        INFORMATION("information");

        private final String code;

        Severity(String code) {
            this.code = code;
        }
    }

    static Issue warning(String code, String text) {
        return new Issue(Severity.WARNING, code, text);
    }

    static Issue information(String text) {
        return new Issue(Severity.INFORMATION, "informational", text);
    }

    static ObjectNode outcome(ObjectMapper json, List<Issue> issues) {
        ObjectNode outcome = json.createObjectNode().put("resourceType", "OperationOutcome");
        ArrayNode all = outcome.putArray("issue");
        for (Issue issue : issues) {
            ObjectNode one =
                    all.addObject().put("severity", issue.severity().code).put("code", issue.code());
            one.putObject("details").put("text", issue.text());
            one.put("diagnostics", issue.text());
        }
        return outcome;
    }
}
