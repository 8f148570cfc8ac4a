package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.precert.clients.Client;
import org.precert.review.Deadline;
import org.precert.review.ReviewRequest;

/**
 * A request from outside, as the ledger knows it.
 *
 * @param door such as pas.submit
 * @param client the registered client; empty for anybody
 * @param callerId the caller's id for the request
 * @param body what the ledger keeps of it: the request itself is kept with the submission
 */
record Call(
        String door,
        Optional<Client> client,
        String callerId,
        JsonNode body,
        Instant at,
        ZoneId zone,
        Deadline deadline) {

    String clientId() {
        return client.map(Client::id).orElse("");
    }

    /** Whether it may ask about this payer: to others, nothing of it is there. */
    boolean mayAsk(String payer) {
        return client.map(each -> each.mayAsk(payer)).orElse(true);
    }

    LocalDate today() {
        return LocalDate.ofInstant(at, zone);
    }

    ReviewRequest.Call with(Set<String> payers) {
        return new ReviewRequest.Call(door, clientId(), payers, callerId, body, deadline);
    }
}
