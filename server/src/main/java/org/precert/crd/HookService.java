package org.precert.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.precert.clients.Caller;
import org.precert.coverage.GuideVersion;
import org.precert.crd.answer.FormCompletion;
import org.precert.crd.answer.HookAnswer;
import org.precert.crd.answer.HookAnswers;
import org.precert.crd.call.HookCall;
import org.precert.crd.call.References;
import org.precert.crd.chart.CallChart;
import org.precert.crd.chart.Charts;
import org.precert.crd.wire.Earlier;
import org.precert.crd.wire.HookResponseWriter;
import org.precert.review.ChartFacts;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.OrderLine;
import org.precert.review.ReviewLedger;
import org.precert.review.ReviewRequest;
import org.precert.review.Reviewed;
import org.precert.review.Reviewer;

/** Answers a hook: gathers what is known, has each order reviewed, and writes what came of it. */
final class HookService {

    private static final int OK = 200;

    private final Charts charts;
    private final ChartFacts facts;
    private final Reviewer reviewer;
    private final ReviewLedger ledger;
    private final HookAnswers answers;
    private final HookResponseWriter responses;
    private final Duration fetchLimit;
    private final Clock clock;

    HookService(
            Charts charts,
            ChartFacts facts,
            Reviewer reviewer,
            ReviewLedger ledger,
            HookAnswers answers,
            HookResponseWriter responses,
            Duration fetchLimit,
            Clock clock) {
        this.charts = charts;
        this.facts = facts;
        this.reviewer = reviewer;
        this.ledger = ledger;
        this.answers = answers;
        this.responses = responses;
        this.fetchLimit = fetchLimit;
        this.clock = clock;
    }

    ObjectNode answer(HookCall call, Caller caller, ReviewRequest.Call kept) {
        if (call.asksNothing()) {
            return nothing(call, kept);
        }
        References references = new References(call);
        CallChart chart = charts.open(call, caller, references, kept.deadline().atMost(fetchLimit));
        List<Subject> subjects = Subjects.of(call, chart, references);
        if (subjects.isEmpty()) {
            return nothing(call, kept);
        }
        ReviewRequest request = request(call, chart, subjects, references, kept);
        List<ObjectNode> resources = subjects.stream().map(Subject::resource).toList();
        return reviewer.review(request, chart, reviewed -> {
            checkPayer(call, reviewed);
            HookAnswer answer = answers.of(call, resources, reviewed, chart.reachable(), formHeld(caller, chart));
            return responses.write(call.version(), answer, new SaidEarlier(ledger, request, reviewed));
        });
    }

    /** Asked of clients alone that are registered as being without DTR. */
    private static Optional<Predicate<String>> formHeld(Caller caller, CallChart chart) {
        return caller.known()
                .filter(client -> !client.dtr())
                .map(client -> form -> chart.holds("Questionnaire?" + FormCompletion.search(form)));
    }

    /** CRD 2.2, hook-13: a call without a coverage of a payer that is served here is a bad request; 2.0.1 knows no such. */
    private static void checkPayer(HookCall call, Reviewed reviewed) {
        if (call.version() == GuideVersion.STU_2_2 && reviewed.reviews().isEmpty()) {
            throw new InvalidRequest(
                    Kind.MALFORMED,
                    "prefetch.coverage",
                    reviewed.anyCoverage()
                            ? "No coverage of the patient is with a payer that this server answers for"
                            : "The patient has no coverage");
        }
    }

    private ObjectNode nothing(HookCall call, ReviewRequest.Call kept) {
        ObjectNode answer = responses.write(call.version(), HookAnswer.NOTHING, Earlier.NOTHING);
        ledger.keepUnreviewed(kept, OK, answer);
        return answer;
    }

    private ReviewRequest request(
            HookCall call, CallChart chart, List<Subject> subjects, References references, ReviewRequest.Call kept) {
        ChartFacts.Made made = facts.of(chart.resources(), references);
        LocalDate today = LocalDate.now(clock);
        List<OrderLine> orders =
                subjects.stream().map(subject -> subject.line(today)).toList();
        Set<String> together = new LinkedHashSet<>();
        if (call.hook().hasDrafts()) {
            // Those that are not selected as well: an infusion may go with a drug that was drafted before. What is
            // over,
            // or not to be done, goes with nothing.
            call.context().resources().stream()
                    .filter(HookCall::isOpen)
                    .forEach(each -> together.add(HookCall.reference(each)));
        }
        orders.forEach(order -> together.add(order.reference()));
        return new ReviewRequest(
                kept,
                call.patient(),
                orders,
                List.copyOf(together),
                made.canonical(),
                made.facts(),
                chart.coverageKnown(),
                today);
    }
}
