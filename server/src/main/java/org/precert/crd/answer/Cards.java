package org.precert.crd.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.precert.crd.answer.Card.Indicator;
import org.precert.crd.call.Hook;
import org.precert.decision.Determination;
import org.precert.decision.Statement;
import org.precert.policy.Notice;
import org.precert.policy.NoticeKind;
import org.precert.policy.Policy;
import org.precert.review.OrderLine;
import org.precert.review.Review;
import org.precert.review.Reviewed;

/**
 * The few cards that help beside the coverage information: one for what the policy says, however many orders it says it
 * of, and one each for what to add, to watch, to bill, or to consider: one an order where it proposes changes. An order that no policy addresses gets none of its
 * own.
 */
final class Cards {

    private final DecisionCard decisionCard;
    private final Proposals proposals;
    private final String baseUrl;

    Cards(DecisionCard decisionCard, Proposals proposals, String baseUrl) {
        this.decisionCard = decisionCard;
        this.proposals = proposals;
        this.baseUrl = baseUrl;
    }

    /** @param subjects what is answered for, as it came in */
    List<Card> of(Hook hook, List<ObjectNode> subjects, Reviewed reviewed) {
        List<ObjectNode> drafts = hook.hasDrafts() ? subjects : List.of();
        List<Card> cards = new ArrayList<>();
        for (List<Review> group : groups(reviewed.reviews())) {
            decisionCard.card(group, links(group.get(0)), reviewed.unread()).ifPresent(cards::add);
            cards.addAll(cards(group, each -> details(each, drafts)));
            cards.addAll(cards(group, each -> alternatives(each, drafts)));
            cards.addAll(cards(group, each -> notices(each, NoticeKind.SAFETY, Topic.GUIDELINE, drafts)));
            cards.addAll(cards(group, each -> notices(each, NoticeKind.CODING, Topic.CLAIM, drafts)));
            if (isQuiet(group.get(0))) {
                reviewOverdue(group).ifPresent(cards::add);
            }
        }
        if (reviewed.reviews().isEmpty() && !hook.aboutVisit()) {
            cards.add(reviewed.anyCoverage() ? NoPayerCard.OTHER_PAYER : NoPayerCard.NO_COVERAGE);
        }
        return cards;
    }

    /** Orders that one policy says the same of, under one coverage, share their cards. */
    private static List<List<Review>> groups(List<Review> reviews) {
        Map<String, List<Review>> groups = new LinkedHashMap<>();
        for (Review review : reviews) {
            groups.computeIfAbsent(ToldAlike.key(review), any -> new ArrayList<>())
                    .add(review);
        }
        return List.copyOf(groups.values());
    }

    /**
     * One card for the group where it only tells. What proposes is a card of one order, for of a card at most one proposal is
     * taken, and a choice for one order is none for another.
     */
    private static List<Card> cards(List<Review> group, Function<List<Review>, Optional<Card>> of) {
        List<Card> proposing = new ArrayList<>();
        List<Review> telling = new ArrayList<>();
        for (List<Review> order : byOrder(group)) {
            Optional<Card> card =
                    of.apply(order).filter(each -> !each.suggestions().isEmpty());
            card.ifPresentOrElse(proposing::add, () -> telling.addAll(order));
        }
        if (!telling.isEmpty()) {
            of.apply(telling).ifPresent(proposing::add);
        }
        return proposing;
    }

    private static Collection<List<Review>> byOrder(List<Review> group) {
        Map<String, List<Review>> orders = new LinkedHashMap<>();
        for (Review review : group) {
            orders.computeIfAbsent(review.order().reference(), any -> new ArrayList<>())
                    .add(review);
        }
        return orders.values();
    }

    static boolean isQuiet(Review review) {
        return review.ruling().decision().determination() == Determination.NOT_ADDRESSED;
    }

    private List<Card.Link> links(Review review) {
        return review.ruling().policy().stream()
                .map(policy -> new Card.Link("The policy, as it is read here", baseUrl + "/policies/" + policy.id()))
                .toList();
    }

    /** What the orders lack, where there is something to choose from. */
    private Optional<Card> details(List<Review> group, List<ObjectNode> drafts) {
        List<Suggestion> suggestions = suggestions(group, drafts, proposals::details);
        return suggestions.isEmpty()
                ? Optional.empty()
                : Optional.of(card(
                        group,
                        Topic.COVERAGE_INFO,
                        "Add what the order lacks",
                        "What was found in the chart, or is usual: choose only what is so. For: " + names(group) + ".",
                        suggestions));
    }

    private Optional<Card> alternatives(List<Review> group, List<ObjectNode> drafts) {
        Review review = group.get(0);
        return review.statement()
                .flatMap(Statement::comparators)
                .map(comparators -> card(
                        group,
                        Topic.THERAPY_ALTERNATIVES,
                        "The policy compares " + subject(review) + " with " + comparators.what(),
                        "What the policy compares with: **" + comparators.what() + "** (" + comparators.locator()
                                + "). For: " + names(group) + ".",
                        suggestions(group, drafts, (each, order) -> proposals.alternatives(each, order, comparators))));
    }

    private Optional<Card> notices(List<Review> group, NoticeKind kind, Topic topic, List<ObjectNode> drafts) {
        List<Notice> found = shown(group, kind);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String detail = found.stream()
                .map(notice -> "- " + notice.text() + " (" + notice.locator() + ")")
                .collect(Collectors.joining("\n"));
        String summary = found.get(0).summary() + (found.size() > 1 ? " (and " + (found.size() - 1) + " more)" : "");
        return Optional.of(card(
                group,
                topic,
                summary,
                detail + "\n\nFor: " + names(group) + ".",
                suggestions(group, drafts, (each, order) -> proposals.corrections(each, order, found))));
    }

    private static List<Suggestion> suggestions(
            List<Review> group, List<ObjectNode> drafts, BiFunction<Review, ObjectNode, List<Suggestion>> of) {
        return group.stream()
                .flatMap(review ->
                        Proposals.draft(drafts, review).stream().flatMap(order -> of.apply(review, order).stream()))
                .toList();
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
                        "The policy's own review is overdue; ask whether it still holds",
                        DecisionCard.overdue(policy),
                        List.of()));
    }

    private static Card card(
            List<Review> group, Topic topic, String summary, String detail, List<Suggestion> suggestions) {
        return new Card(
                topic,
                Indicator.INFO,
                group.get(0).coverage().payer().name(),
                summary,
                detail,
                List.of(),
                suggestions,
                group.stream().map(review -> review.order().reference()).collect(Collectors.toSet()));
    }

    private static String subject(Review review) {
        return review.ruling().policy().map(Policy::subject).orElse("the order");
    }

    static String names(List<Review> group) {
        return group.stream().map(Review::order).map(OrderLine::name).distinct().collect(Collectors.joining(", "));
    }
}
