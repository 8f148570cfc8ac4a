package org.precert.crd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Reads a CDS Hooks call and checks it once. Elements that it does not know are left alone, as the standard wants. */
final class HookRequestReader {

    /** https://hl7.org/fhir/R4/datatypes.html#id */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private static final int MOST_ORDERS = 100;

    private final ObjectMapper json;

    HookRequestReader(ObjectMapper json) {
        this.json = json;
    }

    /** @throws InvalidRequest naming the place */
    HookRequest read(Hook hook, byte[] body) {
        if (!(parse(body) instanceof ObjectNode call)) {
            throw malformed("", "The body is not a JSON object");
        }
        if (!text(call, "hook", "hook").equals(hook.id())) {
            throw malformed("hook", "This service answers the hook " + hook.id());
        }
        String instance = text(call, "hookInstance", "hookInstance");
        ObjectNode context = object(call, "context", "context");
        text(context, "userId", "context.userId");
        String patient = bare(text(context, "patientId", "context.patientId"));
        if (!ID.matcher(patient).matches()) {
            throw malformed("context.patientId", "The patient's id is not a FHIR id");
        }
        List<ObjectNode> orders = orders(object(context, "draftOrders", "context.draftOrders"), patient);
        JsonNode prefetch = call.path("prefetch");
        if (!prefetch.isMissingNode() && !prefetch.isNull() && !prefetch.isObject()) {
            throw malformed("prefetch", "The prefetch is not a JSON object");
        }
        return new HookRequest(
                hook,
                instance,
                patient,
                orders,
                selections(hook, context, orders),
                Prefetch.of(prefetch),
                client(call),
                call);
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (ArithmeticException e) {
            throw malformed("", "The body has a number that is too large or too small");
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw malformed(
                    "",
                    "The body is not valid JSON"
                            + (place == null
                                    ? ""
                                    : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ObjectNode> orders(ObjectNode bundle, String patient) {
        if (!bundle.path("resourceType").asText().equals("Bundle")) {
            throw malformed("context.draftOrders", "The draft orders are not a Bundle");
        }
        if (bundle.path("entry").size() > MOST_ORDERS) {
            throw malformed("context.draftOrders.entry", "There are more than " + MOST_ORDERS + " draft orders");
        }
        List<ObjectNode> orders = new ArrayList<>();
        Set<String> references = new LinkedHashSet<>();
        int index = 0;
        for (JsonNode entry : bundle.path("entry")) {
            String path = "context.draftOrders.entry[" + index++ + "].resource";
            if (!(entry.path("resource") instanceof ObjectNode order)) {
                throw malformed(path, "The entry has no resource");
            }
            text(order, "resourceType", path + ".resourceType");
            if (!ID.matcher(text(order, "id", path + ".id")).matches()) {
                throw malformed(path + ".id", "The id is not a FHIR id");
            }
            if (!references.add(HookRequest.reference(order))) {
                throw malformed(path + ".id", "Two draft orders have the same id");
            }
            checkSubject(order, patient, path);
            orders.add(order);
        }
        return orders;
    }

    /** An order of someone else must not be answered by this patient's coverage. */
    private static void checkSubject(ObjectNode order, String patient, String path) {
        for (String element : List.of("subject", "patient")) {
            if (order.has(element) && !order.path(element).isObject()) {
                throw new InvalidRequest(Kind.NOT_CONFORMANT, path + "." + element, "This is not a reference");
            }
            String reference = order.path(element).path("reference").asText();
            boolean local = reference.isEmpty() || reference.startsWith("#") || reference.startsWith("urn:");
            if (!local && !bare(reference).equals(patient)) {
                throw new InvalidRequest(
                        Kind.NOT_CONFORMANT, path + "." + element, "The order is not of the patient of the call");
            }
        }
    }

    private static Set<String> selections(Hook hook, ObjectNode context, List<ObjectNode> orders) {
        Set<String> all = new LinkedHashSet<>();
        orders.forEach(order -> all.add(HookRequest.reference(order)));
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
        return selected;
    }

    private static Optional<ClientServer> client(ObjectNode call) {
        JsonNode base = call.path("fhirServer");
        if (!base.isTextual()) {
            return Optional.empty();
        }
        try {
            JsonNode token = call.path("fhirAuthorization").path("access_token");
            return Optional.of(new ClientServer(
                    URI.create(base.textValue()),
                    token.isTextual() ? Optional.of(token.textValue()) : Optional.empty()));
        } catch (IllegalArgumentException e) {
            throw malformed("fhirServer", "The FHIR server's address is not a URL");
        }
    }

    /** Some clients send Patient/id, or a URL, where the id alone belongs. */
    private static String bare(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String text(ObjectNode object, String name, String path) {
        JsonNode value = object.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw malformed(path, "'" + name + "' is missing or not a string");
        }
        return value.textValue();
    }

    private static ObjectNode object(ObjectNode parent, String name, String path) {
        if (!(parent.path(name) instanceof ObjectNode object)) {
            throw malformed(path, "'" + name + "' is missing or not an object");
        }
        return object;
    }

    private static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
