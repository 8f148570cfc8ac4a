package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.precert.pas.call.Warning;

/** An OperationOutcome that refuses nothing. */
final class Remarks {

    private final ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
    private final Reply reply;
    private final String id;

    Remarks(Reply reply) {
        this.reply = reply;
        this.id = "remarks-" + reply.uuid();
        outcome.put("id", id);
    }

    static Optional<Placed> of(List<Warning> warnings, Reply reply) {
        Remarks remarks = new Remarks(reply);
        remarks.warned(warnings);
        return remarks.placed();
    }

    void warned(List<Warning> warnings) {
        for (Warning warning : warnings) {
            ObjectNode issue = issue("warning", "invalid", warning.words());
            if (!warning.path().isEmpty()) {
                issue.putArray("expression").add(warning.path());
            }
        }
    }

    ObjectNode issue(String severity, String code, String words) {
        ObjectNode issue =
                outcome.withArray("issue").addObject().put("severity", severity).put("code", code);
        issue.putObject("details").put("text", words);
        return issue;
    }

    /** Empty where there is nothing to say. */
    Optional<Placed> placed() {
        return outcome.has("issue")
                ? Optional.of(new Placed(reply.url("OperationOutcome", id), outcome))
                : Optional.empty();
    }
}
