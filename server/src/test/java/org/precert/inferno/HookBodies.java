package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.precert.testing.Samples;

/** Calls of all six hooks, as CRD 2.0.1 has them, made of the sample calls of order-sign. */
public final class HookBodies {

    public static final List<String> HOOKS = List.of(
            "appointment-book",
            "encounter-discharge",
            "encounter-start",
            "order-dispatch",
            "order-select",
            "order-sign");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode call;
    private final ObjectNode context;

    private HookBodies(ObjectNode call) {
        this.call = call;
        this.context = (ObjectNode) call.path("context");
    }

    /** @param sample as in {@code bcbsks-fep-refer} */
    public static ObjectNode of(String hook, String sample) {
        HookBodies bodies = new HookBodies(read(Samples.text("order-sign/" + sample + ".json")));
        bodies.call.put("hook", hook);
        switch (hook) {
            case "order-sign" -> {}
            case "order-select" -> bodies.select();
            case "order-dispatch" -> bodies.dispatch();
            case "appointment-book" -> bodies.book();
            case "encounter-start" -> bodies.visit("in-progress");
            case "encounter-discharge" -> bodies.visit("finished");
            default -> throw new IllegalArgumentException(hook);
        }
        return bodies.call;
    }

    /**
     * With what the kit's own presets have: an encounter, a FHIR server with token that is not registered here, and options
     * that no value set knows.
     */
    public static ObjectNode likeThePresets(String hook, String sample) {
        ObjectNode call = of(hook, sample);
        call.withObjectProperty("context").put("encounterId", sample + "-encounter");
        call.put("fhirServer", "https://inferno.healthit.gov/reference-server/r4");
        call.putObject("fhirAuthorization")
                .put("access_token", "SAMPLE_TOKEN")
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "user/Patient.read user/Observation.read")
                .put("subject", "cds-service");
        call.putObject("extension")
                .putObject("davinci-crd.configuration")
                .put("alt-drug", true)
                .put("coverage", true)
                .put("dtr-clin", true)
                .put("max-cards", 10);
        return call;
    }

    private void select() {
        ArrayNode selections = context.putArray("selections");
        drafts().forEach(order -> selections.add(reference(order)));
    }

    private void dispatch() {
        JsonNode order = drafts().get(0);
        context.retain("patientId");
        context.put("order", reference(order)).put("performer", "Organization/demo-infusion-clinic");
        prefetch().set("order", order);
    }

    private void book() {
        JsonNode order = drafts().get(0);
        ObjectNode appointment = JSON.createObjectNode()
                .put("resourceType", "Appointment")
                .put("id", patient() + "-appointment")
                .put("status", "proposed");
        if (order.has("reasonCode")) {
            appointment.set("reasonCode", order.path("reasonCode").deepCopy());
        }
        appointment
                .put("description", "Infusion")
                .put("start", "2026-06-15T09:00:00Z")
                .put("end", "2026-06-15T11:00:00Z")
                .put("created", "2026-06-08");
        based(appointment.putArray("basedOn").addObject(), order);
        participant(appointment, "Patient/" + patient());
        participant(appointment, "Practitioner/demo-practitioner");
        appointment
                .putArray("requestedPeriod")
                .addObject()
                .put("start", "2026-06-15")
                .put("end", "2026-06-30");
        context.remove("draftOrders");
        context.putObject("appointments")
                .put("resourceType", "Bundle")
                .put("type", "collection")
                .putArray("entry")
                .addObject()
                .set("resource", appointment);
        if (order.path("resourceType").asText().equals("ServiceRequest")) {
            prefetch()
                    .set(
                            "serviceRequests",
                            JSON.createObjectNode()
                                    .put("resourceType", "Bundle")
                                    .put("type", "searchset"));
            ((ObjectNode) prefetch().path("serviceRequests"))
                    .putArray("entry")
                    .addObject()
                    .set("resource", order);
        }
    }

    private void prefetchOrder(JsonNode order) {
        String key = isService(order) ? "serviceRequests" : "medicationRequests";
        prefetch()
                .putObject(key)
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .putArray("entry")
                .addObject()
                .set("resource", order);
    }

    private void visit(String status) {
        JsonNode order = drafts().get(0);
        context.remove("draftOrders");
        context.put("encounterId", patient() + "-encounter");
        ObjectNode encounter = prefetch().putObject("encounter");
        encounter.put("resourceType", "Encounter").put("id", patient() + "-encounter");
        encounter.put("status", status);
        encounter
                .putObject("class")
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "AMB");
        encounter
                .putArray("type")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", "http://snomed.info/sct")
                .put("code", "185345009")
                .put("display", "Encounter for symptom");
        encounter.putObject("subject").put("reference", "Patient/" + patient());
        if (isService(order)) {
            encounter.putArray("basedOn").addObject().put("reference", reference(order));
            prefetchOrder(order);
        }
        encounter.putObject("period").put("start", "2026-06-10T09:00:00Z");
    }

    /** Other orders than ServiceRequests stand in an extension: R4 allows none there. */
    private static void based(ObjectNode basedOn, JsonNode order) {
        if (isService(order)) {
            basedOn.put("reference", reference(order));
        } else {
            basedOn.putArray("extension")
                    .addObject()
                    .put("url", "http://hl7.org/fhir/StructureDefinition/alternate-reference")
                    .putObject("valueReference")
                    .put("reference", reference(order));
        }
    }

    private static boolean isService(JsonNode order) {
        return order.path("resourceType").asText().equals("ServiceRequest");
    }

    private static void participant(ObjectNode appointment, String actor) {
        ObjectNode participant = appointment.withArray("participant").addObject();
        participant.putObject("actor").put("reference", actor);
        participant.put("required", "required").put("status", "accepted");
    }

    private List<JsonNode> drafts() {
        return context.path("draftOrders").findValues("resource");
    }

    private String patient() {
        return context.path("patientId").textValue();
    }

    private ObjectNode prefetch() {
        return (ObjectNode) call.path("prefetch");
    }

    private static String reference(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
