package org.precert.dtr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.evaluation.Facts;
import org.precert.review.Deadline;
import org.precert.review.KeptReview;
import org.precert.review.OrderLine;
import org.precert.review.ReviewRequest;

/**
 * What a call is about, as it was understood.
 *
 * @param patient the bare id; empty if nothing tells it
 * @param orders that the form is for
 * @param ordersTogether every order of the request, as Type/id
 * @param coverages Type/id, those that were sent first
 * @param resources the facts in canonical JSON
 * @param facts the same, parsed
 * @param kept what CRD said, where the call goes on from it
 */
record Matter(
        String patient,
        List<OrderLine> orders,
        List<String> ordersTogether,
        List<String> coverages,
        List<ObjectNode> resources,
        Facts facts,
        Optional<KeptReview> kept) {

    Matter {
        orders = List.copyOf(orders);
        ordersTogether = List.copyOf(ordersTogether);
        coverages = List.copyOf(coverages);
        resources = List.copyOf(resources);
    }

    List<String> orderReferences() {
        return orders.stream().map(OrderLine::reference).toList();
    }

    /** The same, to be reviewed. */
    ReviewRequest request(String operation, Caller caller, ObjectNode body, Deadline deadline, LocalDate today) {
        ReviewRequest.Call call = new ReviewRequest.Call(
                "dtr." + operation,
                caller.known().map(Client::id).orElse(""),
                caller.known().map(Client::payers).orElse(Set.of()),
                kept.map(KeptReview::assertionId).orElse(""),
                body,
                deadline);
        return new ReviewRequest(call, patient, orders, ordersTogether, resources, facts, true, today);
    }
}
