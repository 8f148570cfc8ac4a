package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precert.cases.DocumentAsk;
import org.precert.pas.RequestedOrders.Requested;
import org.precert.pas.attachment.AttachmentCall;
import org.precert.pas.call.SubmittedRequest;

/**
 * Documents as facts of the request that they were sent for: its orders and its patient are called as in the request. The
 * latest come first, for of two with the same id the first counts.
 *
 * @param asks by which a form that names no order of the request is for a line of it
 */
record AttachedFacts(List<Attached> attached, List<DocumentAsk> asks) {

    static final AttachedFacts NONE = new AttachedFacts(List.of(), List.of());

    private static final String CONTEXT = "/qr-context";
    private static final String FORM = "QuestionnaireResponse";
    private static final Set<String> COMPLETED = Set.of("completed", "amended");
    /** Who is meant, and under which coverage, the request says. */
    private static final Set<String> SAID_BY_REQUEST =
            Set.of("Patient", "Coverage", "Organization", "Claim", "ClaimResponse", "Bundle");

    AttachedFacts {
        attached = List.copyOf(attached);
        asks = List.copyOf(asks);
    }

    /** What was sent under one control number. */
    AttachedFacts only(String control) {
        return new AttachedFacts(
                attached.stream().filter(each -> each.control().equals(control)).toList(), asks);
    }

    /** Whether a form or another document is among them, complete as far as its status tells. */
    boolean hasDocuments() {
        return resources().stream().anyMatch(Lines::isDocument);
    }

    /** The forms that are filled in, with the orders of the request that they are for. */
    List<ObjectNode> completedForms(SubmittedRequest request, Map<Integer, Requested> orders) {
        return of(new LocalReferences(request.bundle()), orders, "").stream()
                .filter(each -> each.path("resourceType").asText().equals(FORM))
                .filter(each -> COMPLETED.contains(each.path("status").asText()))
                .toList();
    }

    /** Whether it is the form that was asked for, for this order. */
    static boolean answers(ObjectNode form, DocumentAsk ask, Requested order) {
        String canonical = form.path("questionnaire").asText();
        return !ask.form().isEmpty()
                && withoutVersion(ask.form()).equals(withoutVersion(canonical))
                && namesAny(form, List.of(order));
    }

    private static String withoutVersion(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }

    /** Every resource, whoever it is of. */
    List<ObjectNode> resources() {
        List<ObjectNode> all = new ArrayList<>();
        for (Attached each : attached) {
            for (AttachmentCall.Sent document : each.sent().documents()) {
                all.addAll(new AttachedBundle(document.content(), each.sent().member(), each.id()).resources());
            }
        }
        return all;
    }

    /** @param patient Type/id in the request */
    List<ObjectNode> of(LocalReferences references, Map<Integer, Requested> orders, String patient) {
        Set<String> own = new HashSet<>();
        orders.values().forEach(each -> {
            own.add(each.reference());
            own.add(each.behind());
        });
        List<ObjectNode> facts = new ArrayList<>();
        for (int i = attached.size() - 1; i >= 0; i--) {
            Attached each = attached.get(i);
            int place = 0;
            for (AttachmentCall.Sent document : each.sent().documents()) {
                String name = "attached-" + (i + 1) + "-" + ++place;
                AttachedBundle bundle =
                        new AttachedBundle(document.content(), each.sent().member(), name);
                for (ObjectNode resource : bundle.resources()) {
                    boolean fact = !SAID_BY_REQUEST.contains(
                                    resource.path("resourceType").asText())
                            && !bundle.isOfAnother(resource)
                            && !leadsToAnother(resource, bundle, references, patient);
                    adopt(resource, bundle, references, patient);
                    if (fact && !own.contains(AttachedBundle.reference(resource))) {
                        addLines(resource, lines(each, document), orders);
                        facts.add(resource);
                    }
                }
            }
        }
        return facts;
    }

    /** A reference to a patient who is not the one of the request. */
    private static boolean leadsToAnother(
            ObjectNode resource, AttachedBundle bundle, LocalReferences references, String patient) {
        for (String element : List.of("subject", "patient", "source")) {
            String reference =
                    bundle.local(resource.path(element).path("reference").asText());
            boolean inside = bundle.resources().stream()
                    .anyMatch(each -> AttachedBundle.reference(each).equals(reference));
            String local = references.of(reference);
            if (!inside && !patient.isEmpty() && local.startsWith("Patient/") && !local.equals(patient)) {
                return true;
            }
        }
        return false;
    }

    private static void adopt(ObjectNode resource, AttachedBundle bundle, LocalReferences references, String patient) {
        rewrite(resource, bundle, references);
        if (patient.isEmpty()) {
            return;
        }
        boolean form = resource.path("resourceType").asText().equals(FORM);
        for (String element : List.of("subject", "patient")) {
            boolean needed = form && element.equals("subject");
            if (resource.path(element) instanceof ObjectNode named) {
                named.put("reference", patient);
            } else if (needed) {
                resource.putObject(element).put("reference", patient);
            }
        }
    }

    private static void rewrite(JsonNode node, AttachedBundle bundle, LocalReferences references) {
        if (node instanceof ObjectNode object && object.path("reference").isTextual()) {
            String local = bundle.local(object.path("reference").textValue());
            object.put("reference", references.of(local));
        }
        node.forEach(child -> rewrite(child, bundle, references));
    }

    /** By its LineItem, or by what asked for it; one that nobody asked for is for the whole request. */
    private Set<Integer> lines(Attached each, AttachmentCall.Sent document) {
        Set<Integer> lines = new HashSet<>(document.lines());
        if (lines.isEmpty()) {
            asks.stream().filter(ask -> ask.control().equals(each.control())).forEach(ask -> lines.add(ask.line()));
        }
        return lines;
    }

    /** A form of DTR names orders as the EHR does, which may call them otherwise than the request. */
    private static void addLines(ObjectNode resource, Set<Integer> lines, Map<Integer, Requested> orders) {
        if (!resource.path("resourceType").asText().equals(FORM) || namesAny(resource, orders.values())) {
            return;
        }
        orders.forEach((sequence, order) -> {
            if (lines.isEmpty() || lines.contains(sequence)) {
                extensions(resource)
                        .addObject()
                        .put("url", RequestReview.CONTEXT_URL)
                        .putObject("valueReference")
                        .put("reference", order.reference());
            }
        });
    }

    private static ArrayNode extensions(ObjectNode resource) {
        return resource.path("extension") instanceof ArrayNode there ? there : resource.putArray("extension");
    }

    private static boolean namesAny(ObjectNode form, Collection<Requested> orders) {
        List<String> named = new ArrayList<>();
        form.path("basedOn").forEach(each -> named.add(each.path("reference").asText()));
        for (JsonNode extension : form.path("extension")) {
            if (extension.path("url").asText().endsWith(CONTEXT)) {
                named.add(extension.path("valueReference").path("reference").asText());
            }
        }
        return orders.stream().anyMatch(order -> named.contains(order.behind()) || named.contains(order.reference()));
    }
}
