package org.precert.crd.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.coverage.GuideVersion;

/**
 * A CDS Hooks call, checked. https://cds-hooks.hl7.org/2.0/
 *
 * @param instance the client's id of the call
 * @param context what the hook is about
 * @param version of the guide that the answer is to be written in
 * @param body as it came in
 */
public record HookCall(
        Hook hook,
        String instance,
        HookContext context,
        Prefetch prefetch,
        Optional<ClientServer> client,
        GuideVersion version,
        Preferences preferences,
        ObjectNode body) {

    private static final Set<String> SUBJECTS = Set.of(
            "Appointment",
            "CommunicationRequest",
            "DeviceRequest",
            "Encounter",
            "MedicationRequest",
            "NutritionOrder",
            "ServiceRequest",
            "VisionPrescription");

    private static final List<String> NAMING =
            List.of("code", "medicationCodeableConcept", "medicationReference", "codeCodeableConcept", "codeReference");

    private static final Set<String> OVER =
            Set.of("cancelled", "completed", "entered-in-error", "fulfilled", "noshow", "revoked", "stopped");

    /** Type/id. */
    public static String reference(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    public String patient() {
        return context.patient();
    }

    /** Whether a resource can be answered for: what is over, or not to be done, or no order, is left alone. */
    public static boolean isOpen(ObjectNode resource) {
        return SUBJECTS.contains(resource.path("resourceType").asText())
                && !resource.path("doNotPerform").asBoolean()
                && !OVER.contains(resource.path("status").asText());
    }

    /** Whether an order names what is ordered: at its selection it may be a form that nobody has filled in. */
    public static boolean namesSomething(ObjectNode order) {
        return NAMING.stream().map(order::path).anyMatch(HookCall::says);
    }

    private static boolean says(JsonNode name) {
        boolean coded = false;
        for (JsonNode coding : name.path("coding")) {
            coded |= coding.hasNonNull("code") || coding.hasNonNull("display");
        }
        return coded || name.hasNonNull("text") || name.hasNonNull("reference") || name.hasNonNull("display");
    }

    /** Whether anything is to be answered for. What the context only refers to is taken to be open until it is read. */
    public boolean asksNothing() {
        List<String> closed = context.resources().stream()
                .filter(resource -> !isOpen(resource))
                .map(HookCall::reference)
                .toList();
        return closed.containsAll(context.subjects());
    }
}
