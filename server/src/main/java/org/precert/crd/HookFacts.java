package org.precert.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Gathers what is known for a call: the draft orders, the prefetch, and from the client's FHIR server the coverages, if
 * they were not sent, and what orders and coverages refer to.
 */
final class HookFacts {

    private static final List<String> ORDER_REFERENCES =
            List.of("medicationReference", "reasonReference", "supportingInfo", "supportingInformation", "basedOn");

    private static final Set<String> USEFUL =
            Set.of("Condition", "Medication", "MedicationRequest", "ServiceRequest", "Organization");

    private static final List<String> PATIENTS = List.of("beneficiary", "patient", "subject");

    private final ClientFetch fetch;

    HookFacts(ClientFetch fetch) {
        this.fetch = fetch;
    }

    /** @throws InvalidRequest if coverages were neither sent nor can be had */
    List<ObjectNode> gather(HookRequest request, References references) {
        List<ObjectNode> known = new ArrayList<>(request.draftOrders());
        known.addAll(request.prefetch().resources());
        if (!request.prefetch().coverageKnown() && !request.selections().isEmpty()) {
            known.addAll(coverages(request));
        }
        request.client().ifPresent(client -> known.addAll(fetchReferred(client, known, references)));
        known.forEach(HookFacts::checkCoverageId);
        return known.stream()
                .filter(resource -> resource.path("id").isTextual())
                .filter(resource -> isOf(request.patient(), resource))
                .toList();
    }

    /** A coverage that can not be cited can not be answered for, and must not be passed over in silence. */
    private static void checkCoverageId(ObjectNode resource) {
        boolean coverage = resource.path("resourceType").asText().equals("Coverage");
        if (coverage && !resource.path("id").asText().matches("[A-Za-z0-9\\-.]{1,64}")) {
            throw new InvalidRequest(Kind.NOT_CONFORMANT, "prefetch.coverage", "A Coverage has no valid id");
        }
    }

    /** What belongs to another patient says nothing about this one. */
    private static boolean isOf(String patient, ObjectNode resource) {
        for (String element : PATIENTS) {
            String reference = resource.path(element).path("reference").asText();
            boolean named = reference.startsWith("Patient/") || reference.contains("/Patient/");
            if (named && !reference.replaceFirst("/_history/.*", "").endsWith("Patient/" + patient)) {
                return false;
            }
        }
        return true;
    }

    private List<ObjectNode> coverages(HookRequest request) {
        Optional<List<ObjectNode>> found =
                request.client().flatMap(client -> fetch.coverages(client, request.patient()));
        return found.orElseThrow(() -> new InvalidRequest(
                Kind.PRECONDITION,
                "prefetch.coverage",
                "The patient's coverage was neither sent as prefetch nor can it be read from the FHIR server"));
    }

    /** What the orders and coverages refer to, and what an order that was fetched so refers to in turn. */
    private List<ObjectNode> fetchReferred(ClientServer client, List<ObjectNode> known, References references) {
        Set<String> held = new LinkedHashSet<>();
        known.forEach(resource -> held.add(HookRequest.reference(resource)));
        List<ObjectNode> fetched = fetchOnce(client, known, held, references);
        List<ObjectNode> all = new ArrayList<>(fetched);
        all.addAll(fetchOnce(client, fetched, held, references));
        return all;
    }

    private List<ObjectNode> fetchOnce(
            ClientServer client, List<ObjectNode> from, Set<String> held, References references) {
        Set<String> wanted = new LinkedHashSet<>();
        for (ObjectNode resource : from) {
            referred(
                    resource,
                    reference -> references
                            .local(reference)
                            .filter(local -> USEFUL.contains(local.substring(0, local.indexOf('/'))))
                            .filter(held::add)
                            .ifPresent(wanted::add));
        }
        return wanted.isEmpty() ? List.of() : fetch.read(client, wanted);
    }

    private static void referred(ObjectNode resource, Consumer<String> each) {
        switch (resource.path("resourceType").asText()) {
            case "Coverage" -> references(resource.path("payor"), each);
            case "ServiceRequest", "MedicationRequest" ->
                ORDER_REFERENCES.forEach(element -> references(resource.path(element), each));
            default -> {}
        }
    }

    private static void references(JsonNode element, Consumer<String> each) {
        if (element.isArray()) {
            element.forEach(item -> references(item, each));
        } else if (element.path("reference").isTextual()) {
            each.accept(element.path("reference").textValue());
        }
    }
}
