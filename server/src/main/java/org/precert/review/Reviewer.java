package org.precert.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.precert.decision.Answer;
import org.precert.decision.Decision;
import org.precert.decision.Findings;
import org.precert.evaluation.DataNeed;
import org.precert.evaluation.PolicyDesk;
import org.precert.evaluation.Question;
import org.precert.evaluation.Ruling;
import org.precert.policy.Payer;
import org.precert.policy.Policy;
import org.precert.sight.Fact;
import org.precert.sight.Span;
import org.precert.sight.Spans;
import org.precert.sight.Work;

/**
 * Reviews each order of a request under each coverage, has it answered, and keeps both before the answer leaves. More of
 * the chart is read only where a policy that speaks of an order found something unknown: what is known already does not
 * change by knowing more.
 */
public final class Reviewer {

    private final PolicyDesk policies;
    private final CoverageReading coverages;
    private final ReviewLedger ledger;
    private final Supplier<String> assertionIds;

    public Reviewer(PolicyDesk policies, ReviewLedger ledger, Supplier<String> assertionIds) {
        this.policies = policies;
        this.coverages = new CoverageReading(policies);
        this.ledger = ledger;
        this.assertionIds = assertionIds;
    }

    /**
     * @param chart what more can be read of the patient
     * @param answer writes the answer of the door
     * @return that answer
     */
    public <A extends JsonNode> A review(ReviewRequest request, Chart chart, Function<Reviewed, A> answer) {
        Decided decided = decide(request, chart);
        A written = answer.apply(decided.reviewed());
        keep(decided, written);
        return written;
    }

    /** The reviews alone, for a door that has more to keep with them: it calls {@link #keep} in its transaction. */
    public Decided decide(ReviewRequest request, Chart chart) {
        return decide(request, chart, assertionIds);
    }

    /** Joins the transaction if there is one. */
    public void keep(Decided decided, JsonNode answer) {
        ledger.keep(decided.request(), decided.reviewed().reviews(), answer);
    }

    /** The same reviews for who only looks: nothing is kept, and their ids are empty, for nobody finds them again. */
    public Reviewed preview(ReviewRequest request) {
        return decide(request, Chart.CLOSED, () -> "").reviewed();
    }

    /** The patient's coverages that are in force today, of payers that the client may ask about. */
    public List<MemberCoverage> coverages(ReviewRequest request) {
        return coverages.served(request.facts(), request.today()).stream()
                .filter(coverage -> request.call().mayAsk(coverage.payer().key()))
                .filter(coverage -> coverage.standing() == MemberCoverage.Standing.IN_FORCE)
                .toList();
    }

    /** A coverage among the facts, whether it is in force or not; empty if its payer is not served here. */
    public Optional<MemberCoverage> coverage(ReviewRequest request, String reference, LocalDate dateOfService) {
        return coverages.served(request.facts(), dateOfService).stream()
                .filter(coverage -> coverage.reference().equals(reference))
                .findFirst();
    }

    /** @param request with all that was read of the chart */
    public record Decided(ReviewRequest request, Reviewed reviewed) {}

    private Decided decide(ReviewRequest request, Chart chart, Supplier<String> ids) {
        try (Span span = Spans.begin(Work.REVIEW)) {
            span.tell(Fact.KIND, request.call().door());
            return decided(request, chart, ids);
        }
    }

    private Decided decided(ReviewRequest request, Chart chart, Supplier<String> ids) {
        List<Line> lines = lines(request);
        List<Ruling> rulings = lines.stream().map(line -> rule(request, line)).toList();
        Chart.More more = read(chart, rulings);
        ReviewRequest full = request.with(more);
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean again =
                    !more.resources().isEmpty() && !wanted(rulings.get(i)).isEmpty();
            Ruling ruling = again ? better(rulings.get(i), rule(full, line)) : rulings.get(i);
            reviews.add(new Review(ids.get(), line.order(), line.coverage(), request.today(), ruling));
        }
        boolean anyCoverage = !request.facts().ofType("Coverage").isEmpty();
        return new Decided(full, new Reviewed(reviews, anyCoverage, more.unread()));
    }

    /** More facts may take too long: an answer that was had is not given up for none. */
    private static Ruling better(Ruling first, Ruling second) {
        return second.decision() instanceof Decision.NotEvaluated ? first : second;
    }

    private record Line(OrderLine order, MemberCoverage coverage) {}

    private List<Line> lines(ReviewRequest request) {
        return request.orders().stream()
                .flatMap(order -> counting(request, order).stream().map(coverage -> new Line(order, coverage)))
                .toList();
    }

    /**
     * A coverage that is over matters only where no other is in force, with whatever payer, and none can be unknown: people
     * keep their old cards.
     */
    private List<MemberCoverage> counting(ReviewRequest request, OrderLine order) {
        List<MemberCoverage> served = coverages.served(request.facts(), order.dateOfService()).stream()
                .filter(coverage -> request.call().mayAsk(coverage.payer().key()))
                .toList();
        List<MemberCoverage> inForce = served.stream()
                .filter(each -> each.standing() == MemberCoverage.Standing.IN_FORCE)
                .toList();
        boolean noneElse = request.allCoverages() && !coverages.anyInForce(request.facts(), order.dateOfService());
        return inForce.isEmpty() && noneElse ? served : inForce;
    }

    private Chart.More read(Chart chart, List<Ruling> rulings) {
        Set<String> wanted = new LinkedHashSet<>();
        rulings.forEach(ruling -> wanted.addAll(wanted(ruling)));
        return wanted.isEmpty() ? Chart.More.NOTHING : chart.read(wanted);
    }

    /** What a policy that left something unknown looks at in a chart. */
    private Set<String> wanted(Ruling ruling) {
        boolean open = ruling.decision() instanceof Decision.InformationNeeded
                || ruling.findings().criteria().stream().anyMatch(each -> each.answer() == Answer.UNKNOWN);
        return open ? ruling.policy().map(this::chartTypes).orElse(Set.of()) : Set.of();
    }

    private Set<String> chartTypes(Policy policy) {
        return policies.needs(policy).stream().map(DataNeed::type).collect(Collectors.toSet());
    }

    private Ruling rule(ReviewRequest request, Line line) {
        MemberCoverage coverage = line.coverage();
        if (coverage.standing() != MemberCoverage.Standing.IN_FORCE) {
            return unasked(new Decision.CoverageNotInForce(coverage.standing().why()));
        }
        if (request.call().deadline().over()) {
            return unasked(new Decision.NotEvaluated("There was no time left to ask the policy"));
        }
        String reference = line.order().reference();
        boolean read = policies.factTypes().contains(reference.substring(0, reference.indexOf('/')));
        if (read && request.facts().find(reference).isEmpty()) {
            return unasked(new Decision.NotEvaluated("The order could not be read"));
        }
        Question question = new Question(
                line.order().reference(),
                request.ordersTogether(),
                coverage.reference(),
                coverage.lineOfBusiness(),
                coverage.lineEvidence(),
                line.order().dateOfService(),
                request.patient(),
                request.facts());
        return ask(coverage.payer(), question);
    }

    private Ruling ask(Payer payer, Question question) {
        try (Span span = Spans.begin(Work.LINE)) {
            Ruling ruling = policies.rule(payer, question);
            span.tell(Fact.DETERMINATION, ruling.decision().determination().name());
            ruling.policy()
                    .ifPresent(
                            policy -> span.tell(Fact.POLICY, policy.id()).tell(Fact.POLICY_VERSION, policy.version()));
            return ruling;
        }
    }

    private static Ruling unasked(Decision decision) {
        return new Ruling(Optional.empty(), decision, Findings.none(), List.of());
    }
}
