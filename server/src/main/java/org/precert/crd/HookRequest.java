package org.precert.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A CDS Hooks call, checked. https://cds-hooks.hl7.org/2.0/
 *
 * @param patient the bare id
 * @param draftOrders as they came in, to be echoed
 * @param selections Type/id of the orders that are meant; all of them at order-sign
 */
record HookRequest(
        Hook hook,
        String instance,
        String patient,
        List<ObjectNode> draftOrders,
        Set<String> selections,
        Prefetch prefetch,
        Optional<ClientServer> client,
        ObjectNode body) {

    private static final Set<String> ORDERS = Set.of(
            "CommunicationRequest",
            "DeviceRequest",
            "MedicationRequest",
            "NutritionOrder",
            "ServiceRequest",
            "VisionPrescription");

    private static final Set<String> OVER = Set.of("cancelled", "completed", "entered-in-error", "revoked", "stopped");

    HookRequest {
        draftOrders = List.copyOf(draftOrders);
        selections = Set.copyOf(selections);
    }

    static String reference(ObjectNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    /** The orders to answer: what else lies among the draft orders, or is not to be done, is left alone. */
    List<ObjectNode> selected() {
        return draftOrders.stream()
                .filter(order -> selections.contains(reference(order)))
                .filter(order -> ORDERS.contains(order.path("resourceType").asText()))
                .filter(order -> !order.path("doNotPerform").asBoolean())
                .filter(order -> !OVER.contains(order.path("status").asText()))
                .toList();
    }
}
