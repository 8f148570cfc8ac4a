package org.precert.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.precert.evaluation.Facts;

/**
 * What a door asks to have reviewed, after it was checked once.
 *
 * @param call how it came in
 * @param patient the bare id
 * @param orders to be reviewed
 * @param ordersTogether every order of the request, as Type/id
 * @param resources the facts in canonical JSON, for the ledger
 * @param facts the same, parsed
 * @param allCoverages whether every coverage of the patient is among them, as far as the caller knows
 * @param today the day of the call
 */
public record ReviewRequest(
        Call call,
        String patient,
        List<OrderLine> orders,
        List<String> ordersTogether,
        List<ObjectNode> resources,
        Facts facts,
        boolean allCoverages,
        LocalDate today) {

    /**
     * A request from outside.
     *
     * @param door the name of the door that it came in by
     * @param client the id of the registered client; empty for anybody
     * @param payers keys of the payers that the client may ask about; none means all
     * @param callerId the caller's id for this exchange
     * @param body as it came in, without what must not be kept
     * @param deadline when its answer is due
     */
    public record Call(
            String door, String client, Set<String> payers, String callerId, JsonNode body, Deadline deadline) {

        public Call {
            payers = Set.copyOf(payers);
        }

        boolean mayAsk(String payer) {
            return payers.isEmpty() || payers.contains(payer);
        }
    }

    public ReviewRequest {
        orders = List.copyOf(orders);
        ordersTogether = List.copyOf(ordersTogether);
        resources = List.copyOf(resources);
    }

    ReviewRequest with(Chart.More more) {
        return new ReviewRequest(
                call,
                patient,
                orders,
                ordersTogether,
                Stream.concat(resources.stream(), more.resources().stream()).toList(),
                new Facts(Stream.concat(facts.all().stream(), more.facts().all().stream())
                        .toList()),
                allCoverages,
                today);
    }
}
