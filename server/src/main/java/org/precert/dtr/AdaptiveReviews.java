package org.precert.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.coverage.CoverageInformation;
import org.precert.coverage.CoverageInformationOf;
import org.precert.coverage.Spelling;
import org.precert.dtr.adaptive.AnsweredForm;
import org.precert.dtr.adaptive.Continuation;
import org.precert.dtr.adaptive.Prefills;
import org.precert.dtr.adaptive.Relevance;
import org.precert.evaluation.Prefill;
import org.precert.forms.Form;
import org.precert.review.Chart;
import org.precert.review.ChartFacts;
import org.precert.review.KeptReview;
import org.precert.review.KeptReviews;
import org.precert.review.MemberCoverage;
import org.precert.review.OrderReading;
import org.precert.review.Review;
import org.precert.review.ReviewRequest;
import org.precert.review.Reviewed;
import org.precert.review.Reviewer;
import org.precert.review.TryLater;

/** The reviews of an order with the answers of its form as facts: looked at while it is filled, kept when it is complete. */
final class AdaptiveReviews {

    private final Reviewer reviewer;
    private final KeptReviews kept;
    private final ChartFacts facts;
    private final Filling filling;
    private final CoverageInformationOf information;
    private final ObjectMapper json;

    AdaptiveReviews(
            Reviewer reviewer,
            KeptReviews kept,
            ChartFacts facts,
            Filling filling,
            CoverageInformationOf information,
            ObjectMapper json) {
        this.reviewer = reviewer;
        this.kept = kept;
        this.facts = facts;
        this.filling = filling;
        this.information = information;
        this.json = json;
    }

    /**
     * @param known what can be answered here
     * @param relevance which questions could still change what the policy says
     */
    record Looked(Prefills known, Relevance relevance) {}

    Looked look(
            Form form, org.precert.dtr.adaptive.Form standard, ObjectNode response, Continuation state, Asked asked) {
        Matter matter = matter(form, standard, response, state, asked);
        ReviewRequest request = matter.request(
                "next-question", asked.caller(), json.createObjectNode(), asked.deadline(), asked.today());
        Optional<MemberCoverage> coverage = Packages.coverage(form, matter, reviewer.coverages(request));
        List<Review> reviews = reviewer.preview(request).reviews().stream()
                .filter(review -> isOf(review, form))
                .toList();
        List<String> read = RestsOn.orders(matter.orderReferences(), reviews);
        Prefill prefill = filling.prefill(form, matter, read, asked);
        return new Looked(filling.answers(form, prefill, coverage, asked), Relevances.of(reviews));
    }

    private static boolean isOf(Review review, Form form) {
        return review.coverage().payer().key().equals(form.policy().payer());
    }

    /** Decides with the answers as facts, keeps that, and says it on the response where CRD has said something before. */
    ObjectNode complete(
            Form form, org.precert.dtr.adaptive.Form standard, ObjectNode response, Continuation state, Asked asked) {
        Matter matter = matter(form, standard, response, state, asked);
        ObjectNode body = json.createObjectNode();
        body.set("response", response.deepCopy().without("contained"));
        ReviewRequest request = matter.request("next-question", asked.caller(), body, asked.deadline(), asked.today());
        return reviewer.review(request, Chart.CLOSED, reviewed -> said(response, reviewed, matter, form, asked));
    }

    /** DTR 2.2, spec-43: only where CRD has spoken of the order before. */
    private ObjectNode said(ObjectNode response, Reviewed reviewed, Matter matter, Form form, Asked asked) {
        if (reviewed.reviews().stream().anyMatch(Relevances::isNotEvaluated)) {
            throw new TryLater("The policy could not be asked in time: send the same response again");
        }
        for (Review review : reviewed.reviews()) {
            // What is said anew replaces what CRD said of the same order and coverage: DTR 2.2, spec-47.
            Optional<String> told = matter.kept()
                    .map(earlier -> earlier.assertions()
                            .get(KeptReview.key(
                                    review.order().reference(),
                                    review.coverage().reference())));
            if (isOf(review, form) && told.isPresent()) {
                ObjectNode order = find(matter, review.order().reference());
                CoverageInformation said =
                        information.render(review, order, true).toldAs(told.get());
                ObjectNode extension =
                        response.withArray("extension").addObject().put("url", Spelling.URL);
                Spelling.of(asked.flavour().version()).write(extension.putArray("extension"), said);
            }
        }
        return response;
    }

    private ObjectNode find(Matter matter, String reference) {
        return matter.resources().stream()
                .filter(each -> MatterReader.reference(each).equals(reference))
                .findFirst()
                .orElseGet(json::createObjectNode);
    }

    /** The orders that the response is for, of those that it was given out for. */
    private static Set<String> about(ObjectNode response, Set<String> together) {
        Set<String> about = new HashSet<>();
        for (JsonNode extension : response.path("extension")) {
            about.add(MatterReader.local(
                    extension.path("valueReference").path("reference").asText()));
        }
        about.retainAll(together);
        return about.isEmpty() ? together : about;
    }

    private Matter matter(
            Form form, org.precert.dtr.adaptive.Form standard, ObjectNode response, Continuation state, Asked asked) {
        Optional<KeptReview> earlier = state.assertion().flatMap(kept::find);
        List<ObjectNode> resources = new ArrayList<>(state.orders());
        resources.addAll(state.coverages());
        Set<String> known = new HashSet<>();
        resources.forEach(each -> known.add(MatterReader.reference(each)));
        // A form that is completed again replaces what it came to before: DTR 2.2, spec-45.
        known.add(AnsweredFacts.REFERENCE);
        earlier.ifPresent(review -> review.facts().stream()
                .filter(each -> known.add(MatterReader.reference(each)))
                .forEach(resources::add));
        Set<String> together = new LinkedHashSet<>(state.ordersTogether());
        resources.add(AnsweredFacts.of(
                json, form.canonical(), AnsweredForm.of(standard, response), together, state.patient()));
        ChartFacts.Made made = facts.of(resources, MatterReader::local);
        Set<String> about = about(response, together);
        List<ObjectNode> orders = state.orders().stream()
                .filter(each -> about.contains(MatterReader.reference(each)))
                .toList();
        return new Matter(
                state.patient(),
                orders.stream()
                        .map(order -> OrderReading.line(order, asked.today()))
                        .toList(),
                List.copyOf(together),
                state.coverages().stream().map(MatterReader::reference).toList(),
                made.canonical(),
                made.facts(),
                earlier);
    }
}
