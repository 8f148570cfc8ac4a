package org.precert.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.precert.evaluation.Facts;

/**
 * What a door asks to have reviewed, after it was checked once.
 *
 * @param door the name of the door that it came in by, for the ledger
 * @param exchange the caller's id for this exchange
 * @param request as it came in, without what must not be kept
 * @param patient the bare id
 * @param orders to be reviewed
 * @param ordersTogether every order of the request, as Type/id
 * @param resources the facts in canonical JSON, for the ledger
 * @param facts the same, parsed
 * @param today the day of the call
 */
public record ReviewRequest(
        String door,
        String exchange,
        JsonNode request,
        String patient,
        List<OrderLine> orders,
        List<String> ordersTogether,
        List<ObjectNode> resources,
        Facts facts,
        LocalDate today) {

    public ReviewRequest {
        orders = List.copyOf(orders);
        ordersTogether = List.copyOf(ordersTogether);
        resources = List.copyOf(resources);
    }
}
