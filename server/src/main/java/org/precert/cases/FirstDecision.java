package org.precert.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precert.cases.LineDecision.Approved;
import org.precert.cases.LineDecision.ContactPayer;
import org.precert.cases.LineDecision.Denied;
import org.precert.cases.LineDecision.NotRequired;
import org.precert.cases.LineDecision.Pended;
import org.precert.decision.Answer;
import org.precert.decision.Decision;
import org.precert.decision.Finding;
import org.precert.decision.Findings;
import org.precert.decision.Paperwork;
import org.precert.decision.Statement;
import org.precert.policy.Policy;
import org.precert.review.Rationale;
import org.precert.review.Review;

/**
 * What a review makes of a line before any person has looked at it: policies/README.md 4. It approves where criteria are
 * met, asks, says that nothing is required, or hands a drafted decision to a person; it never denies, but for what a
 * contract excludes where the payer has switched that on.
 */
public final class FirstDecision {

    private final Rationale rationale;
    private final Numbers numbers;
    private final Set<String> contractDenials;
    private final int authorizationDays;

    /**
     * @param contractDenials keys of the payers that have contract exclusions denied without a person
     * @param authorizationDays how long an authorization is good for where the policy does not say
     */
    public FirstDecision(Rationale rationale, Numbers numbers, Set<String> contractDenials, int authorizationDays) {
        this.rationale = rationale;
        this.numbers = numbers;
        this.contractDenials = Set.copyOf(contractDenials);
        this.authorizationDays = authorizationDays;
    }

    /**
     * What is asked, beside the review.
     *
     * @param documented whether the form or documents that the statement asks for came with the request
     * @param covered the last day that the coverage tells; empty where it tells none
     * @param doubts what a person has to look at before anything is granted or waived, for people
     */
    public record Asked(
            Service service, boolean documented, LocalDate today, Optional<LocalDate> covered, Doubts doubts) {}

    /**
     * What the policy does not see.
     *
     * @param always of the request itself: nothing is granted, nor said to need no authorization
     * @param granting of what would be granted, given the statement that grants it
     */
    public record Doubts(List<String> always, Function<Statement, List<String>> granting) {

        public Doubts {
            always = List.copyOf(always);
        }

        public static Doubts none() {
            return new Doubts(List.of(), statement -> List.of());
        }
    }

    public LineDecision of(Review review, Asked asked) {
        LineDecision decision = review.ruling().decision().tell(new Answers(review, asked));
        boolean gives = decision instanceof Approved || decision instanceof NotRequired;
        return gives && !asked.doubts().always().isEmpty()
                ? looked(asked.doubts().always())
                : decision;
    }

    /** A person looks at it, and is told what for. */
    private static LineDecision looked(List<String> doubts) {
        return new Pended(
                PendReason.CLINICAL_REVIEW,
                PendReason.CLINICAL_REVIEW.words() + ": " + String.join("; ", doubts),
                Optional.empty());
    }

    public Basis basis(Review review, Optional<Basis.Earlier> earlier) {
        Optional<Policy> policy = review.ruling().policy();
        return new Basis(
                review.assertionId(),
                review.ruling().decision().determination(),
                policy.map(Policy::name).orElse(""),
                policy.map(each -> each.document().name()).orElse(""),
                review.statement().map(each -> each.label()).orElse(""),
                review.statement().map(each -> each.locator()).orElse(""),
                rationale.sentence(review),
                missing(review),
                words(criteria(review, Answer.NO)),
                earlier);
    }

    private List<String> missing(Review review) {
        return review.ruling().decision() instanceof Decision.InformationNeeded needed
                ? needed.missing().stream().map(rationale::name).distinct().toList()
                : words(criteria(review, Answer.UNKNOWN));
    }

    private static List<Finding> criteria(Review review, Answer answer) {
        return review.ruling().findings().criteria().stream()
                .filter(each -> each.answer() == answer)
                .toList();
    }

    /** A criterion is called by its define, which is a sentence of the policy. */
    private static List<String> words(List<Finding> criteria) {
        return criteria.stream().map(Finding::define).distinct().toList();
    }

    private final class Answers implements Decision.Cases<LineDecision> {

        private final Review review;
        private final Asked asked;

        Answers(Review review, Asked asked) {
            this.review = review;
            this.asked = asked;
        }

        @Override
        public LineDecision stated(Decision.Stated decision) {
            return switch (decision.statement().determination()) {
                case INVESTIGATIONAL -> drafted(DenialReason.EXPERIMENTAL);
                case NOT_MEDICALLY_NECESSARY -> drafted(DenialReason.NOT_MEDICALLY_NECESSARY);
                case NOT_COVERED -> notCovered();
                case AUTHORIZATION_REQUIRED -> authorization(decision);
                case REFER -> new ContactPayer(why());
                case NOT_ADDRESSED -> new NotRequired(why());
                case INFORMATION_NEEDED -> documents(why());
                case NO_POLICY_IN_FORCE, COVERAGE_NOT_IN_FORCE -> clinical(Optional.empty());
            };
        }

        private LineDecision notCovered() {
            String payer = review.coverage().payer().key();
            return contractDenials.contains(payer)
                    ? new Denied(DenialReason.NOT_COVERED, why(), clause(), new DeniedBy.Contract(payer, clause()))
                    : drafted(DenialReason.NOT_COVERED);
        }

        private LineDecision authorization(Decision.Stated decision) {
            Findings findings = review.ruling().findings();
            if (findings.criteria().isEmpty()) {
                boolean toBeAsked = decision.statement()
                        .paperwork()
                        .map(Paperwork::purpose)
                        .filter("withpa"::equals)
                        .isPresent();
                return toBeAsked && !asked.documented() ? documents(why()) : clinical(Optional.empty());
            }
            return switch (decision.criteriaMet()) {
                case YES -> granted(decision.statement());
                case UNKNOWN -> documents(why() + " Not known yet: " + listed(criteria(review, Answer.UNKNOWN)) + ".");
                case NO -> drafted(DenialReason.NOT_MEDICALLY_NECESSARY);
            };
        }

        /** Never for longer than the authorization, the coverage and the policy hold. */
        private LineDecision granted(Statement statement) {
            LocalDate from = asked.service().from().orElse(asked.today());
            LocalDate until = Stream.of(
                            Optional.of(from.plusDays(authorizationDays)),
                            asked.covered(),
                            review.ruling()
                                    .policy()
                                    .flatMap(policy -> policy.inForce().until()))
                    .flatMap(Optional::stream)
                    .min(LocalDate::compareTo)
                    .orElse(from);
            List<String> doubts = new ArrayList<>(asked.doubts().granting().apply(statement));
            if (until.isBefore(asked.service().until().orElse(from))) {
                doubts.add("the service ends after " + until + ", up to which it could be authorized");
            }
            return doubts.isEmpty()
                    ? new Approved(
                            new Authorization(numbers.next("A"), asked.today(), from, until),
                            why(),
                            new Actor.Machine(policy()))
                    : looked(doubts);
        }

        @Override
        public LineDecision notAddressed(Decision.NotAddressed decision) {
            return new NotRequired(why());
        }

        @Override
        public LineDecision informationNeeded(Decision.InformationNeeded decision) {
            return documents(why() + " " + String.join(" ", rationale.asks(decision.missing())));
        }

        @Override
        public LineDecision notEvaluated(Decision.NotEvaluated decision) {
            return new Pended(PendReason.TECHNICAL, PendReason.TECHNICAL.words(), Optional.empty());
        }

        @Override
        public LineDecision noPolicyInForce(Decision.NoPolicyInForce decision) {
            return clinical(Optional.empty());
        }

        @Override
        public LineDecision coverageNotInForce(Decision.CoverageNotInForce decision) {
            return new Pended(PendReason.TECHNICAL, why(), Optional.empty());
        }

        private LineDecision drafted(DenialReason reason) {
            return clinical(Optional.of(new Draft(reason, specific(reason), clause())));
        }

        private LineDecision clinical(Optional<Draft> draft) {
            return new Pended(PendReason.CLINICAL_REVIEW, PendReason.CLINICAL_REVIEW.words(), draft);
        }

        private LineDecision documents(String words) {
            return new Pended(PendReason.DOCUMENTS, words, Optional.empty());
        }

        /** What the law calls the specific reason: the policy, what it says, what was found, what would change it. */
        private String specific(DenialReason reason) {
            List<Finding> unmet = criteria(review, Answer.NO);
            String found = unmet.isEmpty() ? "" : " Not met: " + listed(unmet) + ".";
            String change = unmet.isEmpty()
                    ? " Documents in support of individual consideration can be sent."
                    : " Records that show otherwise would change this.";
            return reason.words() + ". " + why() + found + change;
        }

        private static String listed(List<Finding> findings) {
            return words(findings).stream().collect(Collectors.joining("; "));
        }

        private String why() {
            return rationale.sentence(review);
        }

        private String clause() {
            String clause = basis(review, Optional.empty()).clause();
            return clause.isEmpty() ? "no policy" : clause;
        }

        private String policy() {
            return review.ruling().policy().map(Policy::name).orElse("");
        }
    }
}
