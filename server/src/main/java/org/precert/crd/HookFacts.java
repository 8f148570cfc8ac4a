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

    private final ClientFetch fetch;

    HookFacts(ClientFetch fetch) {
        this.fetch = fetch;
    }

    /** @throws InvalidRequest if coverages were neither sent nor can be had */
    List<ObjectNode> gather(HookRequest request, References references) {
        List<ObjectNode> known = new ArrayList<>(request.draftOrders());
        request.prefetch().resources().stream()
                .filter(resource -> resource.hasNonNull("id"))
                .forEach(known::add);
        if (!request.prefetch().coverageKnown() && !request.selections().isEmpty()) {
            known.addAll(coverages(request));
        }
        request.client().ifPresent(client -> known.addAll(fetchReferred(client, known, references)));
        return known;
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
