package org.precert.crd.call;

import static org.precert.crd.call.CallJson.malformed;
import static org.precert.crd.call.CallJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the context of each hook. Elements that it does not know are left alone: CRD 2.2, hook-23. */
final class ContextReader {

    private ContextReader() {}

    static HookContext read(Hook hook, ObjectNode call, References references) {
        ObjectNode context = CallJson.object(call, "context", "context");
        String patient = CallJson.id(context, "patientId", "context.patientId");
        return switch (hook.context()) {
            case DRAFTS -> {
                text(context, "userId", "context.userId");
                List<ObjectNode> orders = ContextBundle.resources(context, "draftOrders", patient, references);
                yield new HookContext(patient, orders, selected(hook, context, references(orders)));
            }
            case APPOINTMENTS -> {
                text(context, "userId", "context.userId");
                List<ObjectNode> booked = ContextBundle.resources(context, "appointments", patient, references);
                yield new HookContext(patient, booked, references(booked));
            }
            case DISPATCH -> {
                text(context, "performer", "context.performer");
                yield new HookContext(patient, List.of(), dispatched(context));
            }
            case ENCOUNTER -> {
                text(context, "userId", "context.userId");
                String encounter = CallJson.id(context, "encounterId", "context.encounterId");
                yield new HookContext(patient, List.of(), List.of("Encounter/" + encounter));
            }
        };
    }

    private static List<String> references(List<ObjectNode> resources) {
        return resources.stream().map(HookCall::reference).toList();
    }

    private static List<String> selected(Hook hook, ObjectNode context, List<String> all) {
        if (hook != Hook.ORDER_SELECT) {
            return all;
        }
        JsonNode selections = context.path("selections");
        if (!selections.isArray()) {
            throw malformed("context.selections", "The selections are missing");
        }
        Set<String> selected = new LinkedHashSet<>();
        for (JsonNode selection : selections) {
            if (!all.contains(selection.asText())) {
                throw malformed("context.selections", "A selection is not among the draft orders");
            }
            selected.add(selection.asText());
        }
        return List.copyOf(selected);
    }

    /** CRD 2.0.1 names one order, {@code order}; CRD 2.2 and the hook's later versions a list, {@code dispatchedOrders}. */
    private static List<String> dispatched(ObjectNode context) {
        List<String> orders = new ArrayList<>();
        JsonNode list = context.path("dispatchedOrders");
        if (!list.isMissingNode() && !list.isArray()) {
            throw malformed("context.dispatchedOrders", "'dispatchedOrders' is not a list");
        }
        if (list.size() > ContextBundle.MOST_ENTRIES) {
            throw malformed(
                    "context.dispatchedOrders", "There are more than " + ContextBundle.MOST_ENTRIES + " orders");
        }
        for (int i = 0; i < list.size(); i++) {
            orders.add(reference(list.path(i), "context.dispatchedOrders[" + i + "]"));
        }
        if (orders.isEmpty()) {
            orders.add(reference(context.path("order"), "context.order"));
        }
        return orders.stream().distinct().toList();
    }

    private static String reference(JsonNode node, String path) {
        return Optional.ofNullable(node.textValue())
                .flatMap(References::typeAndId)
                .orElseThrow(() -> malformed(path, "This is not Type/id of an order"));
    }
}
