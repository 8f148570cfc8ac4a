package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * crd_service_request_context_validation: the context of a call, as 2.0.1 has it. The kit holds it against what the tester
 * sends, so our samples must keep to it.
 */
final class RequestContext {

    static final String ID = "crd_service_request_context_validation";

    private static final Set<String> ORDERS =
            Set.of("DeviceRequest", "MedicationRequest", "NutritionOrder", "ServiceRequest", "VisionPrescription");
    private static final Map<String, Kind> WHO = Map.of("userId", Kind.STRING, "patientId", Kind.STRING);
    private static final Map<String, Map<String, Kind>> NEEDED = Map.of(
            "appointment-book", Map.of("appointments", Kind.OBJECT),
            "encounter-start", Map.of("encounterId", Kind.STRING),
            "encounter-discharge", Map.of("encounterId", Kind.STRING),
            "order-select", Map.of("selections", Kind.ARRAY, "draftOrders", Kind.OBJECT),
            "order-sign", Map.of("draftOrders", Kind.OBJECT),
            "order-dispatch", Map.of("patientId", Kind.STRING, "order", Kind.STRING, "performer", Kind.STRING));

    private final String hook;
    private final JsonNode context;
    private final Profiles profiles;
    private final Errors errors = new Errors();

    private RequestContext(String hook, JsonNode context, Profiles profiles) {
        this.hook = hook;
        this.context = context;
        this.profiles = profiles;
    }

    static List<String> errors(String hook, JsonNode context, Profiles profiles) {
        RequestContext check = new RequestContext(hook, context, profiles);
        check.check();
        return check.errors.messages();
    }

    private void check() {
        NEEDED.get(hook).forEach((field, kind) -> errors.require(context, field, kind, hook + " context"));
        if (!hook.equals("order-dispatch")) {
            WHO.forEach((field, kind) -> errors.require(context, field, kind, hook + " context"));
            checkReference("userId", hook.equals("appointment-book") ? Set.of("Patient", "RelatedPerson") : Set.of());
        }
        errors.allow(context, "encounterId", Kind.STRING, hook + " context");
        checkId("patientId");
        checkId("encounterId");
        switch (hook) {
            case "appointment-book" -> checkEntries("appointments", Set.of("Appointment"), "proposed");
            case "order-sign" -> checkEntries("draftOrders", ORDERS, "");
            case "order-select" -> {
                checkEntries("draftOrders", ORDERS, "");
                checkSelections();
            }
            case "order-dispatch" -> checkDispatch();
            default -> {}
        }
    }

    private void checkReference(String field, Set<String> moreUsers) {
        Actions.checkReference(context.path(field), field, errors);
        Set<String> users = new HashSet<>(moreUsers);
        users.addAll(Set.of("Practitioner", "PractitionerRole"));
        checkType(context.path(field), users, field);
    }

    private void checkType(JsonNode reference, Set<String> types, String field) {
        if (reference.isTextual() && !types.contains(reference.textValue().replaceFirst("/.*", ""))) {
            errors.add("Unsupported resource type of `" + field + "`: " + reference);
        }
    }

    private void checkId(String field) {
        if (context.path(field).asText().contains("/")) {
            errors.add("`" + field + "` should be a plain id, not a reference: " + context.path(field));
        }
    }

    private void checkEntries(String field, Set<String> types, String status) {
        JsonNode bundle = context.path(field);
        if (!bundle.path("resourceType").asText().equals("Bundle")) {
            errors.add("`" + field + "` is no Bundle");
            return;
        }
        List<JsonNode> targets = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (Blank.isBlank(resource.path("id"))) {
                errors.add("A resource in `" + field + "` has no id");
            }
            if (types.contains(resource.path("resourceType").asText())) {
                targets.add(resource);
                if (!status.isEmpty() && !resource.path("status").asText().equals(status)) {
                    errors.add("Every resource in `" + field + "` must be " + status);
                }
            }
        }
        if (targets.isEmpty()) {
            errors.add("`" + field + "` must contain at least one of " + types);
        }
        targets.forEach(resource -> errors.addAll(profiles.errors(resource)));
    }

    private void checkSelections() {
        Set<String> drafts = drafts(context);
        for (JsonNode selection : context.path("selections")) {
            checkType(selection, ORDERS, "selections");
            if (!drafts.contains(selection.asText())) {
                errors.add(selection + " is not in `draftOrders`");
            }
        }
    }

    private void checkDispatch() {
        Actions.checkReference(context.path("order"), "order", errors);
        Actions.checkReference(context.path("performer"), "performer", errors);
        checkType(context.path("order"), ORDERS, "order");
        JsonNode task = context.path("task");
        if (!task.isMissingNode() && !task.path("resourceType").asText().equals("Task")) {
            errors.add("Field `task` must be a Task");
        }
    }

    static Set<String> drafts(JsonNode context) {
        Set<String> drafts = new HashSet<>();
        for (JsonNode entry : context.path("draftOrders").path("entry")) {
            JsonNode order = entry.path("resource");
            drafts.add(
                    order.path("resourceType").asText() + "/" + order.path("id").asText());
        }
        return drafts;
    }
}
