package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.precert.pas.call.SubmittedRequest;

/**
 * How every ClaimResponse begins.
 *
 * @param profile the last part of its name
 * @param created when what it says came to be
 */
record Head(String id, String profile, Instant created) {

    ObjectNode write(SubmittedRequest request, Spelling spelling) {
        ObjectNode response = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "ClaimResponse")
                .put("id", id);
        response.putObject("meta").putArray("profile").add(Terms.PROFILE + profile);
        spelling.head(response, request);
        return response;
    }

    /** What is taken over from the Claim. */
    void copies(ObjectNode response, SubmittedRequest request, Echo echo) {
        JsonNode claim = request.claim().resource();
        claim.path("identifier")
                .forEach(identifier -> response.withArray("identifier").add(identifier));
        response.put("status", "active");
        response.set("type", claim.path("type").isObject() ? claim.path("type") : absent());
        response.put("use", "preauthorization");
        response.set("patient", echo.reference(request, claim.path("patient")));
        response.put("created", created.toString());
        response.set("insurer", echo.reference(request, claim.path("insurer")));
        if (claim.path("provider").isObject()) {
            response.set("requestor", echo.reference(request, claim.path("provider")));
        }
    }

    private static ObjectNode absent() {
        ObjectNode unknown = JsonNodeFactory.instance.objectNode();
        new Extensions(unknown).add(Terms.ABSENT).put("valueCode", "unknown");
        return unknown;
    }
}
