package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.precert.decision.Determination;
import org.precert.evaluation.Facts;
import org.precert.pas.RequestedOrders.Requested;
import org.precert.pas.call.Entry;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;
import org.precert.review.Chart;
import org.precert.review.ChartFacts;
import org.precert.review.MemberCoverage;
import org.precert.review.OrderLine;
import org.precert.review.OrderReading;
import org.precert.review.Review;
import org.precert.review.ReviewRequest;
import org.precert.review.Reviewer;

/** Has the items of a request reviewed: by the same reviewer as at every door. */
final class RequestReview {

    static final String CONTEXT_URL = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/qr-context";

    private static final String CONTEXT = "/qr-context";

    private final ObjectMapper json;
    private final ChartFacts facts;
    private final Reviewer reviewer;
    private final Set<String> unspecific;

    /** @param unspecific codes, as system|code, that name no service or drug of their own */
    RequestReview(ObjectMapper json, ChartFacts facts, Reviewer reviewer, Set<String> unspecific) {
        this.json = json;
        this.facts = facts;
        this.reviewer = reviewer;
        this.unspecific = Set.copyOf(unspecific);
    }

    /**
     * What came of it.
     *
     * @param coverage that the request is made under; empty if its payer is not served here, or the client may not ask it
     * @param patient Type/id
     * @param withdrawn what the request takes back
     * @param apart sequences of items that no policy addresses, but for what their order says alone, or they without it
     * @param orders what was reviewed, by the item's sequence
     * @param reviews likewise
     */
    record Outcome(
            Optional<MemberCoverage> coverage,
            LocalReferences references,
            String patient,
            Withdrawn withdrawn,
            Set<Integer> apart,
            Map<Integer, Requested> orders,
            Map<Integer, Review> reviews,
            Reviewer.Decided decided) {

        private Outcome with(Set<Integer> sequences) {
            return new Outcome(coverage, references, patient, withdrawn, sequences, orders, reviews, decided);
        }

        private boolean isAddressed(int sequence) {
            return Optional.ofNullable(reviews.get(sequence))
                    .filter(review -> review.ruling().decision().determination() == Determination.NOT_ADDRESSED)
                    .isEmpty();
        }
    }

    /**
     * @param items that are still asked for
     * @param more what came beside the request, in answer to what was asked for or of its own accord
     */
    Outcome of(SubmittedRequest request, List<RequestedItem> items, AttachedFacts more, Call call) {
        Outcome outcome = of(request, items, RequestedOrders.Reading.BOTH, more, call);
        Set<Integer> doubtful = new HashSet<>();
        items.stream()
                .filter(item -> !outcome.isAddressed(item.sequence()))
                .filter(item -> RequestedOrders.addsCodes(item, unspecific))
                .forEach(item -> doubtful.add(item.sequence()));
        if (doubtful.isEmpty()) {
            return outcome;
        }
        Set<Integer> apart = new HashSet<>();
        for (RequestedOrders.Reading reading : List.of(RequestedOrders.Reading.ORDER, RequestedOrders.Reading.ITEM)) {
            Outcome other = of(request, items, reading, more, call);
            doubtful.stream().filter(other::isAddressed).forEach(apart::add);
        }
        return outcome.with(apart);
    }

    private Outcome of(
            SubmittedRequest request,
            List<RequestedItem> items,
            RequestedOrders.Reading reading,
            AttachedFacts more,
            Call call) {
        LocalReferences references = new LocalReferences(request.bundle());
        String patient = request.patient().map(references::of).orElse("");
        Withdrawn withdrawn = Withdrawn.of(request, references);
        Map<Integer, Requested> orders = new RequestedOrders(json, references, patient, reading).of(items);
        // Of two with the same id the first counts: what came later.
        List<ObjectNode> resources = more.of(references, orders, patient);
        resources.addAll(resources(request, references, orders, patient));
        resources.removeIf(withdrawn::takes);
        resources.forEach(resource -> addContexts(resource, orders));
        ChartFacts.Made made = facts.of(resources, reference -> reference);
        ReviewRequest asked = new ReviewRequest(
                call.with(Set.of()),
                patient.substring(patient.indexOf('/') + 1),
                lines(items, orders, call.today()),
                orders.values().stream().map(Requested::reference).toList(),
                made.canonical(),
                made.facts(),
                true,
                call.today());
        return reviewed(request, references, withdrawn, orders, asked, call);
    }

    private Outcome reviewed(
            SubmittedRequest request,
            LocalReferences references,
            Withdrawn withdrawn,
            Map<Integer, Requested> orders,
            ReviewRequest asked,
            Call call) {
        String focal = request.coverages().isEmpty()
                ? ""
                : references.of(request.coverages().get(0));
        LocalDate day =
                asked.orders().isEmpty() ? call.today() : asked.orders().get(0).dateOfService();
        Optional<MemberCoverage> coverage = reviewer.coverage(asked, focal, day)
                .filter(each -> call.client()
                        .map(client -> client.mayAsk(each.payer().key()))
                        .orElse(true));
        ReviewRequest narrowed = narrowed(asked, call, coverage);
        Reviewer.Decided decided = reviewer.decide(narrowed, Chart.CLOSED);
        Map<Integer, Review> reviews = new LinkedHashMap<>();
        orders.forEach((sequence, order) -> decided.reviewed().reviews().stream()
                .filter(review -> review.order().reference().equals(order.reference()))
                .filter(review -> review.coverage().reference().equals(focal))
                .findFirst()
                .ifPresent(review -> reviews.put(sequence, review)));
        return new Outcome(
                coverage,
                references,
                asked.patient().isEmpty() ? "" : "Patient/" + asked.patient(),
                withdrawn,
                Set.of(),
                orders,
                reviews,
                decided);
    }

    /** The payer of the coverage in focus answers, and no other that is served here as well. */
    private static ReviewRequest narrowed(ReviewRequest asked, Call call, Optional<MemberCoverage> coverage) {
        Set<String> payer = coverage.map(each -> Set.of(each.payer().key())).orElse(Set.of("nobody"));
        return new ReviewRequest(
                call.with(payer),
                asked.patient(),
                coverage.isPresent() ? asked.orders() : List.of(),
                asked.ordersTogether(),
                asked.resources(),
                coverage.map(each -> counting(asked.facts(), each)).orElse(asked.facts()),
                asked.allCoverages(),
                asked.today());
    }

    /** A request under a coverage that is over is about that one, whatever other the member has. */
    private static Facts counting(Facts facts, MemberCoverage focal) {
        return focal.standing() == MemberCoverage.Standing.IN_FORCE
                ? facts
                : new Facts(facts.all().stream()
                        .filter(each -> !each.fhirType().equals("Coverage")
                                || ("Coverage/" + each.getIdElement().getIdPart()).equals(focal.reference()))
                        .toList());
    }

    private static List<OrderLine> lines(List<RequestedItem> items, Map<Integer, Requested> orders, LocalDate today) {
        List<OrderLine> lines = new ArrayList<>();
        for (RequestedItem item : items) {
            Requested requested = orders.get(item.sequence());
            if (requested != null) {
                OrderLine line = OrderReading.line(requested.order(), today);
                lines.add(new OrderLine(
                        line.reference(), line.label(), item.from().orElse(line.dateOfService())));
            }
        }
        return lines;
    }

    /** Everything of the Bundle that is about this patient, but the orders and the Claims, which were read already. */
    private static List<ObjectNode> resources(
            SubmittedRequest request, LocalReferences references, Map<Integer, Requested> orders, String patient) {
        List<ObjectNode> resources = new ArrayList<>();
        orders.values().forEach(requested -> resources.add(requested.order()));
        Set<String> known = new HashSet<>();
        orders.values().forEach(requested -> known.add(requested.behind()));
        Optional<String> insurer = request.insurer().map(references::of);
        Belonging belonging = new Belonging(patient, Parties.memberIds(request.patient(), request.coverages()));
        for (Entry entry : request.bundle().entries()) {
            if (entry.type().equals("Claim") || !known.add(references.of(entry))) {
                continue;
            }
            ObjectNode resource = references.localized(entry);
            if (belonging.isOf(resource)) {
                insurer.filter(any -> request.coverages().contains(entry)).ifPresent(each -> addPayor(resource, each));
                resources.add(resource);
            }
        }
        return resources;
    }

    /** A Claim is sent to its insurer, whatever the coverage calls it. */
    private static void addPayor(ObjectNode coverage, String insurer) {
        for (JsonNode payor : coverage.path("payor")) {
            if (payor.path("reference").asText().equals(insurer)) {
                return;
            }
        }
        Listed.of(coverage, "payor").addObject().put("reference", insurer);
    }

    /** A form for an order that two items stand for is for both. */
    private static void addContexts(ObjectNode resource, Map<Integer, Requested> orders) {
        if (!resource.path("resourceType").asText().equals("QuestionnaireResponse")) {
            return;
        }
        Set<String> named = new LinkedHashSet<>();
        for (JsonNode extension : resource.path("extension")) {
            if (extension.path("url").asText().endsWith(CONTEXT)) {
                named.add(extension.path("valueReference").path("reference").asText());
            }
        }
        orders.values().stream()
                .filter(requested -> named.contains(requested.behind()) && named.add(requested.reference()))
                .forEach(requested -> Listed.of(resource, "extension")
                        .addObject()
                        .put("url", CONTEXT_URL)
                        .putObject("valueReference")
                        .put("reference", requested.reference()));
    }
}
