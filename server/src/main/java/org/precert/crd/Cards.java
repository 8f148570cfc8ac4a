package org.precert.crd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.crd.Card.Indicator;
import org.precert.crd.Card.Topic;
import org.precert.decision.Statement;
import org.precert.policy.Notice;
import org.precert.policy.NoticeKind;
import org.precert.policy.Policy;
import org.precert.review.MemberCoverage;
import org.precert.review.OrderLine;
import org.precert.review.Review;
import org.precert.review.Reviewed;

/**
 * The few cards that help beside the coverage information: one for what the policy says, however many orders it says it
 * of, and one each for what to watch, to bill, or to consider. An order that no policy addresses gets none of its own.
 */
final class Cards {

    private final DecisionCard decisionCard;
    private final String baseUrl;

    Cards(DecisionCard decisionCard, String baseUrl) {
        this.decisionCard = decisionCard;
        this.baseUrl = baseUrl;
    }

    List<Card> of(Reviewed reviewed) {
        List<Card> cards = new ArrayList<>();
        for (List<Review> group : groups(reviewed.reviews())) {
            decisionCard.card(group, links(group.get(0))).ifPresent(cards::add);
            alternatives(group).ifPresent(cards::add);
            notices(group, NoticeKind.SAFETY, Topic.GUIDELINE).ifPresent(cards::add);
            notices(group, NoticeKind.CODING, Topic.CLAIM).ifPresent(cards::add);
            if (isQuiet(group.get(0))) {
                reviewOverdue(group).ifPresent(cards::add);
            }
        }
        reviewed.notInForce().forEach(coverage -> cards.add(notInForce(coverage)));
        if (reviewed.reviews().isEmpty() && reviewed.notInForce().isEmpty()) {
            cards.add(reviewed.anyCoverage() ? otherPayer() : noCoverage());
        }
        return cards;
    }

    /** Orders that one policy says the same of, under one coverage, share their cards. */
    private static List<List<Review>> groups(List<Review> reviews) {
        Map<String, List<Review>> groups = new LinkedHashMap<>();
        for (Review review : reviews) {
            String key = review.coverage().reference() + "|" + DecisionCard.key(review);
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(review);
        }
        return List.copyOf(groups.values());
    }

    static boolean isQuiet(Review review) {
        return switch (review.ruling().decision().determination()) {
            case NOT_ADDRESSED -> true;
            case INVESTIGATIONAL,
                    NOT_MEDICALLY_NECESSARY,
                    NOT_COVERED,
                    REFER,
                    INFORMATION_NEEDED,
                    NO_POLICY_IN_FORCE,
                    AUTHORIZATION_REQUIRED -> false;
        };
    }

    private List<Card.Link> links(Review review) {
        return review.ruling().policy().stream()
                .map(policy -> new Card.Link("The policy, as it is read here", baseUrl + "/policies/" + policy.id()))
                .toList();
    }

    private Optional<Card> alternatives(List<Review> group) {
        Review review = group.get(0);
        return DecisionCard.statement(review)
                .flatMap(Statement::comparators)
                .map(comparators -> card(
                        group,
                        Topic.THERAPY_ALTERNATIVES,
                        Indicator.INFO,
                        "The policy compares " + subject(review) + " with " + comparators.what(),
                        "What the policy compares with: **" + comparators.what() + "** (" + comparators.locator()
                                + "). For: " + names(group) + "."));
    }

    private Optional<Card> notices(List<Review> group, NoticeKind kind, Topic topic) {
        List<Notice> found = shown(group, kind);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String detail = found.stream()
                .map(notice -> "- " + notice.text() + " (" + notice.locator() + ")")
                .collect(Collectors.joining("\n"));
        String summary = found.get(0).summary() + (found.size() > 1 ? " (and " + (found.size() - 1) + " more)" : "");
        return Optional.of(card(group, topic, Indicator.INFO, summary, detail + "\n\nFor: " + names(group) + "."));
    }

    /** Safety is a matter of what is ordered, whoever pays: but only for what the policy speaks of. */
    private static List<Notice> shown(List<Review> group, NoticeKind kind) {
        if (kind == NoticeKind.SAFETY && isQuiet(group.get(0))) {
            return List.of();
        }
        Set<Notice> found = new LinkedHashSet<>();
        for (Review review : group) {
            List<String> holding = review.ruling().findings().notices();
            review.ruling().policy().stream()
                    .flatMap(policy -> policy.notices().stream())
                    .filter(notice -> notice.kind() == kind && (notice.always() || holding.contains(notice.id())))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<Card> reviewOverdue(List<Review> group) {
        Review review = group.get(0);
        return review.ruling()
                .policy()
                .filter(policy -> policy.reviewOverdue(review.madeOn()))
                .map(policy -> card(
                        group,
                        Topic.COVERAGE_INFO,
                        Indicator.INFO,
                        "The policy's own review is overdue; ask whether it still holds",
                        DecisionCard.overdue(policy)));
    }

    private Card notInForce(MemberCoverage coverage) {
        String why = switch (coverage.standing()) {
            case NOT_ACTIVE -> "is not active";
            case OUTSIDE_PERIOD, IN_FORCE -> "does not cover the date of service";
        };
        return new Card(
                Topic.COVERAGE_INFO,
                Indicator.WARNING,
                coverage.payer().name(),
                "The coverage with " + coverage.payer().name() + " " + why,
                "Coverage `" + coverage.reference() + "` " + why
                        + ", so no policy was asked. Check the member's eligibility.",
                List.of(),
                Set.of());
    }

    private static Card noCoverage() {
        return aside(
                "No coverage of the patient was found",
                "The patient's record holds no coverage, so no payer's policy was asked.");
    }

    private static Card otherPayer() {
        return aside(
                "No payer that this server answers for was found in the patient's coverage",
                "No policy was asked: either the payer is another, or the Organization that the coverage names as its "
                        + "payor was not sent and could not be read. A payer is known by an identifier of that Organization.");
    }

    private static Card aside(String summary, String detail) {
        return new Card(Topic.COVERAGE_INFO, Indicator.INFO, "Precert", summary, detail, List.of(), Set.of());
    }

    private static Card card(List<Review> group, Topic topic, Indicator indicator, String summary, String detail) {
        return new Card(
                topic,
                indicator,
                group.get(0).coverage().payer().name(),
                summary,
                detail,
                List.of(),
                group.stream().map(review -> review.order().reference()).collect(Collectors.toSet()));
    }

    private static String subject(Review review) {
        return review.ruling().policy().map(Policy::subject).orElse("the order");
    }

    static String names(List<Review> group) {
        return group.stream().map(Review::order).map(OrderLine::name).distinct().collect(Collectors.joining(", "));
    }
}
