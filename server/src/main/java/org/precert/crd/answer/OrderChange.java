package org.precert.crd.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.precert.decision.Evidence;
import org.precert.decision.Proposal;
import org.precert.policy.Correction;
import org.precert.policy.Detail;

/** Copies of an order with one thing changed. */
final class OrderChange {

    /** What the order in place of another has from it. */
    private static final List<String> KEPT = List.of(
            "status",
            "intent",
            "priority",
            "subject",
            "encounter",
            "authoredOn",
            "requester",
            "reasonCode",
            "reasonReference",
            "insurance");

    /** The names of HCPCS: the policy has the first of them, an order any. */
    private static final Set<String> HCPCS = Set.of(
            "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "urn:oid:2.16.840.1.113883.6.285",
            "https://bluebutton.cms.gov/resources/codesystem/hcpcs");

    private OrderChange() {}

    static ObjectNode withReason(ObjectNode order, Evidence candidate) {
        ObjectNode changed = order.deepCopy();
        coding(array(changed, "reasonCode").addObject(), candidate.system(), candidate.code(), candidate.words());
        if (candidate.source().startsWith("Condition/")) {
            array(changed, "reasonReference").addObject().put("reference", candidate.source());
        }
        return changed;
    }

    /** Empty where an order of this type has no place for it, or says something there already. */
    static Optional<ObjectNode> withDetail(ObjectNode order, Detail detail) {
        ObjectNode changed = order.deepCopy();
        String type = order.path("resourceType").asText();
        if (!detail.element().equals("route")) {
            return Optional.empty();
        }
        if (type.equals("ServiceRequest") && !order.has("orderDetail")) {
            coding(array(changed, "orderDetail").addObject(), detail.system(), detail.code(), detail.display());
            return Optional.of(changed);
        }
        if (!type.equals("MedicationRequest") || !isWithoutRoute(order.path("dosageInstruction"))) {
            return Optional.empty();
        }
        ArrayNode doses = array(changed, "dosageInstruction");
        if (doses.isEmpty()) {
            doses.addObject();
        }
        doses.forEach(dose ->
                coding(((ObjectNode) dose).putObject("route"), detail.system(), detail.code(), detail.display()));
        return Optional.of(changed);
    }

    private static boolean isWithoutRoute(JsonNode doses) {
        if (doses.isMissingNode()) {
            return true;
        }
        return doses.isArray()
                && StreamSupport.stream(doses.spliterator(), false)
                        .allMatch(dose -> dose.isObject() && !dose.has("route"));
    }

    /** Empty where the order does not have the old code. What its text says stays: it is what the clinician wrote. */
    static Optional<ObjectNode> withCode(ObjectNode order, Correction correction) {
        ObjectNode changed = order.deepCopy();
        boolean found = false;
        for (String element : List.of("code", "medicationCodeableConcept")) {
            for (JsonNode coding : changed.path(element).path("coding")) {
                boolean old = coding.path("code").asText().equals(correction.from());
                if (old && isOf(correction.system(), coding.path("system").asText())) {
                    ((ObjectNode) coding).put("code", correction.to()).remove("display");
                    found = true;
                }
            }
        }
        return found ? Optional.of(changed) : Optional.empty();
    }

    private static boolean isOf(String canonical, String system) {
        return system.equals(canonical) || (HCPCS.contains(canonical) && HCPCS.contains(system));
    }

    static boolean statesQuantity(ObjectNode order) {
        return order.has("quantityQuantity")
                || order.has("quantityRatio")
                || order.has("quantityRange")
                || order.path("dispenseRequest").has("quantity");
    }

    static Optional<ObjectNode> instead(ObjectNode order, Proposal proposal) {
        ObjectNode created = order.objectNode();
        created.set("resourceType", order.path("resourceType"));
        KEPT.forEach(element ->
                Optional.ofNullable(order.get(element)).ifPresent(value -> created.set(element, value.deepCopy())));
        boolean service = order.path("resourceType").asText().equals("ServiceRequest");
        coding(
                created.putObject(service ? "code" : "medicationCodeableConcept"),
                proposal.system(),
                proposal.code(),
                proposal.display());
        return Optional.of(created);
    }

    private static ArrayNode array(ObjectNode node, String name) {
        return node.path(name) instanceof ArrayNode present ? present : node.putArray(name);
    }

    private static void coding(ObjectNode concept, String system, String code, String display) {
        ObjectNode coding =
                concept.putArray("coding").addObject().put("system", system).put("code", code);
        if (!display.isEmpty()) {
            coding.put("display", display);
        }
    }
}
