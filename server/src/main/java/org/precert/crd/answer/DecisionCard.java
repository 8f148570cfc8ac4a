package org.precert.crd.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.crd.answer.Card.Indicator;
import org.precert.crd.answer.Card.Link;
import org.precert.decision.Answer;
import org.precert.decision.Decision;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;
import org.precert.policy.Notice;
import org.precert.policy.NoticeKind;
import org.precert.policy.Policy;
import org.precert.review.Rationale;
import org.precert.review.Review;

/** The card that tells what the policy says of some orders, and why; or what is missing. */
final class DecisionCard {

    private record Text(Topic topic, Indicator indicator, String summary, String more) {}

    private final Rationale rationale;

    DecisionCard(Rationale rationale) {
        this.rationale = rationale;
    }

    /** @param unread what could not be read of the chart */
    Optional<Card> card(List<Review> group, List<Link> links, Set<String> unread) {
        Review review = group.get(0);
        return review.ruling()
                .decision()
                .tell(new Texts(group, unread))
                .map(text -> Card.of(
                        text.topic(),
                        text.indicator(),
                        review.coverage().payer().name(),
                        text.summary(),
                        detail(group, text.more()),
                        links,
                        group.stream().map(each -> each.order().reference()).collect(Collectors.toSet())));
    }

    private String detail(List<Review> group, String more) {
        Review review = group.get(0);
        StringBuilder detail = new StringBuilder(rationale.sentence(review));
        detail.append("\n\nFor: ").append(Cards.names(group)).append('.');
        if (!more.isEmpty()) {
            detail.append("\n\n").append(more);
        }
        group.stream()
                .flatMap(each -> footnotes(each).stream())
                .distinct()
                .forEach(note -> detail.append("\n\n").append(note));
        return detail.toString();
    }

    private static List<String> footnotes(Review review) {
        Set<String> notes = new LinkedHashSet<>();
        List<String> holding = review.ruling().findings().notices();
        review.ruling().policy().ifPresent(policy -> {
            for (Notice notice : policy.notices()) {
                boolean footnote = notice.kind() == NoticeKind.CONTRACT || notice.kind() == NoticeKind.RULE;
                if (footnote && (notice.always() || holding.contains(notice.id()))) {
                    notes.add("*" + notice.text() + " (" + notice.locator() + ")*");
                }
            }
            if (policy.reviewOverdue(review.madeOn())) {
                notes.add("*" + overdue(policy) + "*");
            }
        });
        return List.copyOf(notes);
    }

    static String overdue(Policy policy) {
        String due = policy.document().nextReview().map(Object::toString).orElse("");
        return "The payer meant to review this policy in " + due + "; no later version is encoded here.";
    }

    private static String spelled(Evidence evidence) {
        String words = evidence.words().isEmpty() ? "" : " " + evidence.words();
        return "`" + evidence.code() + "`" + words + " (" + evidence.source() + ")";
    }

    private final class Texts implements Decision.Cases<Optional<Text>> {

        private final List<Review> group;
        private final Set<String> unread;
        private final Review review;

        Texts(List<Review> group, Set<String> unread) {
            this.group = group;
            this.unread = unread;
            this.review = group.get(0);
        }

        /** What made the statement apply, over all orders that it applies to. */
        private String because() {
            return group.stream()
                    .map(each -> each.ruling().decision())
                    .filter(Decision.Stated.class::isInstance)
                    .flatMap(decision -> ((Decision.Stated) decision).finding().restsOn().stream())
                    .filter(fact -> fact.answer() == Answer.YES)
                    .flatMap(fact -> fact.evidence().stream())
                    .filter(evidence -> !evidence.code().isEmpty())
                    .map(DecisionCard::spelled)
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        private String payer() {
            return review.coverage().payer().name();
        }

        private String subject() {
            return review.ruling().policy().map(Policy::subject).orElse("this order");
        }

        @Override
        public Optional<Text> stated(Decision.Stated decision) {
            String because = because();
            String why = because.isEmpty() ? "" : "Because the order or the chart says: " + because + ".";
            return switch (decision.determination()) {
                case INVESTIGATIONAL ->
                    warning(Topic.OFF_GUIDELINE, subject() + " is investigational here, not covered", why);
                case NOT_MEDICALLY_NECESSARY ->
                    warning(Topic.OFF_GUIDELINE, subject() + " is not medically necessary here, not covered", why);
                case NOT_COVERED -> warning(Topic.COVERAGE_INFO, subject() + " is not covered here", why);
                case AUTHORIZATION_REQUIRED ->
                    warning(Topic.COVERAGE_INFO, "prior authorization is required for " + subject(), criteria(why));
                case REFER -> note("another policy or program decides on this order", why);
                case NOT_ADDRESSED, INFORMATION_NEEDED, NO_POLICY_IN_FORCE, COVERAGE_NOT_IN_FORCE -> Optional.empty();
            };
        }

        private Optional<Text> warning(Topic topic, String summary, String more) {
            return Optional.of(new Text(topic, Indicator.WARNING, payer() + ": " + summary, more));
        }

        private Optional<Text> note(String summary, String more) {
            return Optional.of(new Text(Topic.COVERAGE_INFO, Indicator.INFO, payer() + ": " + summary, more));
        }

        private String criteria(String why) {
            List<Finding> criteria = review.ruling().findings().criteria();
            if (criteria.isEmpty()) {
                return why;
            }
            return why + "\n\n"
                    + criteria.stream()
                            .map(each -> "- " + each.define() + ": " + word(each.answer()))
                            .collect(Collectors.joining("\n"));
        }

        private String word(Answer answer) {
            return switch (answer) {
                case YES -> "met";
                case NO -> "not met";
                case UNKNOWN -> "not documented";
            };
        }

        @Override
        public Optional<Text> notAddressed(Decision.NotAddressed decision) {
            return Optional.empty();
        }

        @Override
        public Optional<Text> informationNeeded(Decision.InformationNeeded decision) {
            String asks = rationale.asks(decision.missing()).stream()
                    .map(ask -> "- " + ask)
                    .collect(Collectors.joining("\n"));
            return note("add " + rationale.names(decision.missing()) + " to get an answer", asks + found() + notRead());
        }

        /** Forms are looked for everywhere and held by few: a server without them is nothing to tell a clinician. */
        private String notRead() {
            String types = unread.stream()
                    .filter(type -> !type.equals("QuestionnaireResponse"))
                    .sorted()
                    .collect(Collectors.joining(", "));
            return types.isEmpty() ? "" : "\n\nNot read from the chart, or not all of it: " + types + ".";
        }

        private String found() {
            String candidates = group.stream()
                    .flatMap(each -> each.ruling().findings().candidates().stream())
                    .map(DecisionCard::spelled)
                    .distinct()
                    .collect(Collectors.joining(", "));
            String hints = group.stream()
                    .flatMap(each -> each.ruling().findings().hints().stream())
                    .map(hint -> "“" + hint.words() + "” (" + hint.source() + ")")
                    .distinct()
                    .collect(Collectors.joining(", "));
            return (candidates.isEmpty() ? "" : "\n\nOn the problem list, not assumed: " + candidates + ".")
                    + (hints.isEmpty() ? "" : "\n\nFound in words alone: " + hints + ".");
        }

        @Override
        public Optional<Text> notEvaluated(Decision.NotEvaluated decision) {
            return note("coverage could not be determined just now", "");
        }

        @Override
        public Optional<Text> noPolicyInForce(Decision.NoPolicyInForce decision) {
            return note("no encoded policy covers " + review.order().dateOfService(), "");
        }

        @Override
        public Optional<Text> coverageNotInForce(Decision.CoverageNotInForce decision) {
            return warning(Topic.COVERAGE_INFO, "the coverage " + decision.why(), "");
        }
    }
}
