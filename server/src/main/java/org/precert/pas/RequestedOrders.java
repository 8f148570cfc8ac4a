package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.precert.pas.call.RequestedItem;

/**
 * The order behind each item. What the item says stands beside what its order says: its code is another coding of the same
 * thing, its diagnoses are reasons, its day of service counts. An item without an order is one.
 */
final class RequestedOrders {

    private static final Set<String> DRUG_SYSTEMS =
            Set.of("http://hl7.org/fhir/sid/ndc", "http://www.nlm.nih.gov/research/umls/rxnorm");
    private static final String SERVICE_TYPES = "https://codesystem.x12.org/005010/1365";

    private final ObjectMapper json;
    private final LocalReferences references;
    private final String patient;
    private final Reading reading;
    private final Set<String> taken = new HashSet<>();

    /** Whose codes are believed. */
    enum Reading {
        /** The order's, and the item's as further ones. */
        BOTH,
        /** The order's alone. */
        ORDER,
        /** The item's, in place of the order's. */
        ITEM
    }

    /** @param patient Type/id */
    RequestedOrders(ObjectMapper json, LocalReferences references, String patient, Reading reading) {
        this.json = json;
        this.references = references;
        this.patient = patient;
        this.reading = reading;
    }

    /**
     * @param order as policies read it
     * @param behind Type/id of the order that was sent; of itself where none was
     */
    record Requested(ObjectNode order, String behind) {
        String reference() {
            return order.path("resourceType").asText() + "/" + order.path("id").asText();
        }
    }

    /** By the item's sequence. */
    Map<Integer, Requested> of(Iterable<RequestedItem> items) {
        Map<Integer, Requested> orders = new LinkedHashMap<>();
        for (RequestedItem item : items) {
            ObjectNode order = item.requestedService()
                    .map(references::localized)
                    .filter(each -> isOf(each, patient))
                    .orElseGet(() -> unordered(item));
            Requested requested = new Requested(
                    order,
                    order.path("resourceType").asText() + "/" + order.path("id").asText());
            if (!taken.add(requested.reference())) {
                order.put("id", order.path("id").asText() + "-line-" + item.sequence());
            }
            if (reading != Reading.ORDER || item.requestedService().isEmpty()) {
                addCode(order, item);
            }
            addReasons(order, item);
            setDay(order, item);
            orders.put(item.sequence(), requested);
        }
        return orders;
    }

    /** An order for somebody else is no order for this patient: the item stands alone, and a person looks at it. */
    static boolean isOf(ObjectNode order, String patient) {
        String subject = order.path("subject").path("reference").asText();
        return subject.isEmpty() || subject.equals(patient);
    }

    private ObjectNode unordered(RequestedItem item) {
        boolean drug = false;
        for (JsonNode coding : item.item().path("productOrService").path("coding")) {
            drug |= DRUG_SYSTEMS.contains(coding.path("system").asText());
        }
        ObjectNode order = json.createObjectNode()
                .put("resourceType", drug ? "MedicationRequest" : "ServiceRequest")
                .put("id", "line-" + item.sequence())
                .put("status", "active")
                .put("intent", "order");
        order.putObject("subject").put("reference", patient);
        order.putObject(drug ? "medicationCodeableConcept" : "code");
        return order;
    }

    /**
     * Whether an item names something by other codes than its order does.
     *
     * @param unspecific codes that name nothing of their own
     */
    static boolean addsCodes(RequestedItem item, Set<String> unspecific) {
        if (item.requestedService().isEmpty()) {
            return false;
        }
        JsonNode order = item.requestedService().get().resource();
        for (JsonNode coding : item.item().path("productOrService").path("coding")) {
            String system = coding.path("system").asText();
            if (!system.equals(SERVICE_TYPES)
                    && !unspecific.contains(system + "|" + coding.path("code").asText())
                    && !has(order.path("code").path("coding"), coding)
                    && !has(order.path("medicationCodeableConcept").path("coding"), coding)) {
                return true;
            }
        }
        return false;
    }

    /** A type of service beside the code of one says nothing more. */
    private void addCode(ObjectNode order, RequestedItem item) {
        JsonNode concept = order.path(
                order.path("resourceType").asText().equals("MedicationRequest") ? "medicationCodeableConcept" : "code");
        if (!(concept instanceof ObjectNode code)) {
            return;
        }
        if (reading == Reading.ITEM) {
            code.removeAll();
        }
        for (JsonNode coding : item.item().path("productOrService").path("coding")) {
            boolean general = coding.path("system").asText().equals(SERVICE_TYPES)
                    && !code.path("coding").isEmpty();
            if (!general && !has(code.path("coding"), coding)) {
                Listed.of(code, "coding").add(coding.deepCopy());
            }
        }
    }

    private static boolean has(JsonNode codings, JsonNode wanted) {
        for (JsonNode coding : codings) {
            if (coding.path("system").equals(wanted.path("system"))
                    && coding.path("code").equals(wanted.path("code"))) {
                return true;
            }
        }
        return false;
    }

    private static void addReasons(ObjectNode order, RequestedItem item) {
        ArrayNode reasons = Listed.of(order, "reasonCode");
        for (JsonNode diagnosis : item.diagnoses()) {
            boolean told = false;
            for (JsonNode reason : reasons) {
                told |= !diagnosis.path("coding").isEmpty()
                        && has(reason.path("coding"), diagnosis.path("coding").path(0));
            }
            if (!told) {
                reasons.add(diagnosis.deepCopy());
            }
        }
        if (reasons.isEmpty()) {
            order.remove("reasonCode");
        }
    }

    private static void setDay(ObjectNode order, RequestedItem item) {
        if (order.path("resourceType").asText().equals("ServiceRequest")
                && item.from().isPresent()) {
            order.remove("occurrencePeriod");
            order.remove("occurrenceTiming");
            order.put("occurrenceDateTime", item.from().get().toString());
        }
    }
}
