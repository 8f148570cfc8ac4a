package org.precert.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.precert.evaluation.Facts;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.PolicyDesk;
import org.precert.evaluation.UnreadableResource;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.OrderLine;
import org.precert.review.OrderReading;
import org.precert.review.ReviewRequest;
import org.precert.review.Reviewer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** CDS Hooks: discovery, and one service a hook. https://cds-hooks.hl7.org/2.0/ */
@RestController
@CrossOrigin(originPatterns = "${precert.crd.allowed-origins:}")
final class CdsHooksController {

    private static final List<String> ALWAYS = List.of("Coverage", "Organization");

    private final HookRequestReader requests;
    private final HookFacts hookFacts;
    private final FactsReader facts;
    private final PolicyDesk policies;
    private final Reviewer reviewer;
    private final HookResponseWriter responses;
    private final ObjectNode discovery;
    private final Clock clock;

    CdsHooksController(
            HookRequestReader requests,
            HookFacts hookFacts,
            FactsReader facts,
            PolicyDesk policies,
            Reviewer reviewer,
            HookResponseWriter responses,
            Discovery discovery,
            Clock clock) {
        this.requests = requests;
        this.hookFacts = hookFacts;
        this.facts = facts;
        this.policies = policies;
        this.reviewer = reviewer;
        this.responses = responses;
        this.discovery = discovery.services();
        this.clock = clock;
    }

    @GetMapping(path = "/cds-services", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode discover() {
        return discovery;
    }

    /**
     * Answers one hook.
     *
     * @return cards and system actions, as CRD 2.0.1 has them
     * @throws InvalidRequest for a service that is not here, or a call that can not be understood
     */
    @PostMapping(path = "/cds-services/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode answer(@PathVariable("id") String id, @RequestBody(required = false) byte[] body) {
        HookRequest request = requests.read(hook(id), body == null ? new byte[0] : body);
        if (request.selected().isEmpty()) {
            return responses.nothing();
        }
        return responses.write(request, reviewer.review(reviewRequest(request)));
    }

    private static Hook hook(String id) {
        return Arrays.stream(Hook.values())
                .filter(hook -> hook.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(Kind.NOT_FOUND, "", "There is no such CDS service"));
    }

    private ReviewRequest reviewRequest(HookRequest request) {
        References references = new References(request);
        List<ObjectNode> gathered = hookFacts.gather(request, references).stream()
                .filter(resource -> isUseful(resource.path("resourceType").asText()))
                .toList();
        List<ObjectNode> canonical = facts.canonical(gathered, references);
        LocalDate today = LocalDate.now(clock);
        List<OrderLine> orders = request.selected().stream()
                .map(order -> OrderReading.line(order, today))
                .toList();
        return new ReviewRequest(
                "crd." + request.hook().id(),
                request.instance(),
                HookRecord.of(request),
                request.patient(),
                orders,
                request.draftOrders().stream().map(HookRequest::reference).toList(),
                canonical,
                parsed(canonical),
                today);
    }

    private boolean isUseful(String type) {
        return policies.factTypes().contains(type) || ALWAYS.contains(type);
    }

    private Facts parsed(List<ObjectNode> canonical) {
        try {
            return facts.read(canonical);
        } catch (UnreadableResource e) {
            throw new InvalidRequest(Kind.NOT_CONFORMANT, e.reference(), "A resource is not valid FHIR R4");
        }
    }
}
