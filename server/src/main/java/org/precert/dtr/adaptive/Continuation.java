package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of an adaptive form between two calls. It travels with the response, since nothing of it may be kept here
 * (DTR 2.2, sec-10). What was asked so far is not in it: the contained form tells.
 *
 * @param form whose standard form is being asked
 * @param guide the version of the guide that the client speaks, as "2.0" or "2.2"
 * @param patient the bare id
 * @param orders that the form is about, as they were understood
 * @param coverages of the patient, the same
 * @param ordersTogether every order of the request, as Type/id
 * @param client the id of the registered client; empty for anybody
 * @param assertion the id of the answer in CRD that led here
 * @param trigger what led here
 * @param issuedAt to the second
 * @param expiresAt to the second
 */
public record Continuation(
        FormVersion form,
        String guide,
        String patient,
        List<ObjectNode> orders,
        List<ObjectNode> coverages,
        List<String> ordersTogether,
        String client,
        Optional<String> assertion,
        Trigger trigger,
        Instant issuedAt,
        Instant expiresAt) {

    /** A form as it was at a time. */
    public record FormVersion(String id, String version) {}

    /** What led to the form. One that PAS led to never ends in a number of an authorization: DTR 2.2, spec-42. */
    public enum Trigger {
        ORDER,
        CRD,
        PAS
    }

    public Continuation {
        orders = copies(orders);
        coverages = copies(coverages);
        ordersTogether = List.copyOf(ordersTogether);
        issuedAt = Instant.ofEpochSecond(issuedAt.getEpochSecond());
        expiresAt = Instant.ofEpochSecond(expiresAt.getEpochSecond());
    }

    private static List<ObjectNode> copies(List<ObjectNode> resources) {
        return resources.stream().map(ObjectNode::deepCopy).toList();
    }
}
