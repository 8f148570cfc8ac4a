package org.precert.dtr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.precert.dtr.adaptive.Continuation;
import org.precert.dtr.adaptive.Continuation.FormVersion;
import org.precert.dtr.adaptive.Continuation.Trigger;
import org.precert.dtr.adaptive.ContinuationToken;
import org.precert.dtr.draft.Draft;
import org.precert.dtr.draft.DraftWriter;
import org.precert.dtr.draft.KnownAnswers;
import org.precert.evaluation.FormQuestion;
import org.precert.evaluation.PolicyDesk;
import org.precert.evaluation.Prefill;
import org.precert.forms.Form;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.KeptReview;
import org.precert.review.MemberCoverage;
import org.precert.review.OrderLine;

/** Fills a form with what is known here, and writes the response that a client goes on with. */
final class Filling {

    /** What a form goes on with besides orders and coverages: whatever says what these are. */
    private static final Set<String> NAMED_BY_ORDERS = Set.of("Medication", "Organization", "Condition");

    private final PolicyDesk policies;
    private final DraftWriter drafts;
    private final ContinuationToken tokens;
    private final Duration life;
    private final ObjectMapper json;

    Filling(PolicyDesk policies, DraftWriter drafts, ContinuationToken tokens, Duration life, ObjectMapper json) {
        this.policies = policies;
        this.drafts = drafts;
        this.tokens = tokens;
        this.life = life;
        this.json = json;
    }

    /** @param trouble why the chart could not be read, if it could not */
    record Filled(ObjectNode response, Optional<String> trouble) {}

    Filled fill(Packages.Wanted wanted, Matter matter, Asked asked) {
        Form form = wanted.form();
        Prefill prefill = prefill(form, matter, wanted.read(), asked);
        KnownAnswers answers = answers(form, prefill, wanted.coverage(), asked);
        Draft draft =
                new Draft(matter.patient(), coverages(wanted, matter), wanted.orders(), wanted.purpose(), asked.now());
        ObjectNode response = form.adaptive()
                ? drafts.adaptive(form, asked.flavour(), draft, answers, sealed(form, matter, asked))
                : drafts.standard(form, asked.flavour(), draft, answers);
        return new Filled(response, prefill.trouble());
    }

    Prefill prefill(Form form, Matter matter, List<String> orders, Asked asked) {
        // As policies do, which count back from the day of service: form and chart are to tell the same.
        LocalDate day = matter.orders().stream()
                .filter(order -> orders.contains(order.reference()))
                .map(OrderLine::dateOfService)
                .min(LocalDate::compareTo)
                .orElse(asked.today());
        return policies.prefill(form.policy(), new FormQuestion(matter.patient(), orders, day, matter.facts()));
    }

    KnownAnswers answers(Form form, Prefill prefill, Optional<MemberCoverage> coverage, Asked asked) {
        return KnownAnswers.of(json, asked.flavour().version(), form, prefill, coverage);
    }

    private static List<String> coverages(Packages.Wanted wanted, Matter matter) {
        return wanted.coverage().map(each -> List.of(each.reference())).orElse(matter.coverages());
    }

    /** With the chart that was sent, if it is small enough; else with what the orders name alone. */
    private String sealed(Form form, Matter matter, Asked asked) {
        return tokens.seal(continuation(form, matter, asked, resource -> true))
                .or(() -> tokens.seal(continuation(form, matter, asked, Filling::isNamedByOrders)))
                .orElseThrow(() -> new InvalidRequest(
                        Kind.TOO_LARGE, "Parameters", "The orders are too large for a form that asks page by page"));
    }

    private static boolean isNamedByOrders(ObjectNode resource) {
        return NAMED_BY_ORDERS.contains(resource.path("resourceType").asText());
    }

    /** What CRD knew is found again by its id, and does not travel. */
    private Continuation continuation(Form form, Matter matter, Asked asked, Predicate<ObjectNode> beside) {
        Set<String> known = matter.kept()
                .map(review -> Set.copyOf(
                        review.facts().stream().map(MatterReader::reference).toList()))
                .orElse(Set.of());
        List<ObjectNode> orders = new ArrayList<>();
        List<ObjectNode> coverages = new ArrayList<>();
        for (ObjectNode resource : matter.resources()) {
            String reference = MatterReader.reference(resource);
            if (reference.startsWith("Coverage/")) {
                coverages.add(resource);
            } else if (matter.ordersTogether().contains(reference)
                    || (beside.test(resource) && !known.contains(reference))) {
                orders.add(resource);
            }
        }
        return new Continuation(
                new FormVersion(form.id(), form.version()),
                asked.flavour().version().code(),
                matter.patient(),
                orders,
                coverages,
                matter.ordersTogether(),
                asked.client(),
                matter.kept().map(KeptReview::assertionId),
                matter.kept().isPresent() ? Trigger.CRD : Trigger.ORDER,
                asked.now(),
                asked.now().plus(life));
    }
}
