package org.precert.coverage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.coverage.CoverageInformation.Authorization;
import org.precert.coverage.CoverageInformation.Covered;
import org.precert.coverage.Reason.Cause;
import org.precert.decision.Decision;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;
import org.precert.decision.Paperwork;
import org.precert.policy.Policy;
import org.precert.review.Rationale;
import org.precert.review.Review;

/** Renders a review as coverage information. It decides nothing: each kind of decision has its fixed codes. */
public final class CoverageInformationOf {

    private record Codes(
            Covered covered,
            Optional<Authorization> authorization,
            Set<Need> needs,
            Optional<Paperwork> paperwork,
            Optional<Cause> cause) {}

    private final Rationale rationale;
    private final String baseUrl;

    /** @param baseUrl where clients reach this server */
    public CoverageInformationOf(Rationale rationale, String baseUrl) {
        this.rationale = rationale;
        this.baseUrl = baseUrl;
    }

    /** @param reachable whether everything that the order refers to could be asked for */
    public CoverageInformation render(Review review, ObjectNode order, boolean reachable) {
        Codes codes = review.ruling().decision().tell(new CodesOf(review, reachable));
        return new CoverageInformation(
                review.coverage().reference(),
                review.coverage().payer().name(),
                codes.covered(),
                codes.authorization(),
                codes.paperwork().map(paperwork -> documents(review, paperwork)),
                codes.needs(),
                BillingCodes.of(order),
                new Reason(review.ruling().decision().determination(), codes.cause(), rationale.sentence(review)),
                details(review),
                dependencies(review),
                review.madeOn(),
                review.assertionId());
    }

    private Documents documents(Review review, Paperwork paperwork) {
        Optional<String> questionnaire = review.ruling()
                .policy()
                .filter(policy -> policy.questionnaires().containsKey(paperwork.questionnaire()))
                .map(policy -> policy.questionnaireUrl(baseUrl, paperwork.questionnaire()) + "|" + policy.version());
        return new Documents(
                paperwork.kind().equals("admin") ? Documents.By.ADMIN : Documents.By.CLINICAL,
                switch (paperwork.purpose()) {
                    case "withpa" -> Documents.Purpose.WITH_PA;
                    case "withclaim" -> Documents.Purpose.WITH_CLAIM;
                    case "withorder" -> Documents.Purpose.WITH_ORDER;
                    case "retain-doc" -> Documents.Purpose.RETAIN;
                    default -> Documents.Purpose.UNSTATED;
                },
                questionnaire);
    }

    private List<CoverageDetail> details(Review review) {
        List<CoverageDetail> details = new ArrayList<>();
        review.statement().stream()
                .flatMap(statement -> statement.limits().stream())
                .forEach(limit ->
                        details.add(new CoverageDetail.Limit(limit.code(), limit.value(), limit.unit(), limit.says())));
        review.ruling()
                .policy()
                .ifPresent(policy -> details.add(new CoverageDetail.PolicyLink(baseUrl + "/policies/" + policy.id())));
        return details;
    }

    /** The other orders whose codes the findings rest on: the drug of an infusion, the infusion of a drug. */
    private static List<String> dependencies(Review review) {
        return review.ruling().findings().statements().stream()
                .flatMap(statement -> statement.restsOn().stream())
                .map(Finding::evidence)
                .flatMap(List::stream)
                .map(Evidence::source)
                // What an order contains is cited as a part of it.
                .map(source -> source.replaceFirst("#.*", ""))
                .filter(source -> source.startsWith("MedicationRequest/") || source.startsWith("ServiceRequest/"))
                .filter(source -> !source.equals(review.order().reference()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The table of determinations and codes: policies/README.md, section 4. */
    private final class CodesOf implements Decision.Cases<Codes> {

        private final Review review;
        private final boolean reachable;

        CodesOf(Review review, boolean reachable) {
            this.review = review;
            this.reachable = reachable;
        }

        @Override
        public Codes stated(Decision.Stated decision) {
            Optional<Paperwork> paperwork = decision.statement().paperwork();
            return switch (decision.determination()) {
                case INVESTIGATIONAL, NOT_MEDICALLY_NECESSARY, NOT_COVERED -> notCovered(paperwork, Optional.empty());
                case AUTHORIZATION_REQUIRED -> conditional(Authorization.AUTH_NEEDED, Set.of(), paperwork);
                case REFER -> conditional(Authorization.CONDITIONAL, Set.of(), paperwork);
                case NOT_ADDRESSED -> conditional(Authorization.NO_AUTH, Set.of(), Optional.empty());
                case INFORMATION_NEEDED, NO_POLICY_IN_FORCE, COVERAGE_NOT_IN_FORCE ->
                    conditional(Authorization.CONDITIONAL, Set.of(), Optional.empty());
            };
        }

        private static Codes conditional(Authorization authorization, Set<Need> needs, Optional<Paperwork> paperwork) {
            return new Codes(Covered.CONDITIONAL, Optional.of(authorization), needs, paperwork, Optional.empty());
        }

        private static Codes notCovered(Optional<Paperwork> paperwork, Optional<Cause> cause) {
            return new Codes(Covered.NOT_COVERED, Optional.empty(), Set.of(), paperwork, cause);
        }

        @Override
        public Codes notAddressed(Decision.NotAddressed decision) {
            return conditional(Authorization.NO_AUTH, Set.of(), Optional.empty());
        }

        @Override
        public Codes informationNeeded(Decision.InformationNeeded decision) {
            Optional<Paperwork> form =
                    review.ruling().policy().flatMap(Policy::asksWith).map(name -> new Paperwork("clinical", "", name));
            Set<Need> needs = decision.missing().stream()
                    .map(fact -> Need.of(rationale.infoNeeded(fact)))
                    .collect(Collectors.toSet());
            return reachable
                    ? conditional(Authorization.CONDITIONAL, needs.isEmpty() ? Set.of(Need.OTHER) : needs, form)
                    : indeterminate(form);
        }

        /** CRD 2.2, resp-43: what the order refers to may tell it, and could not be read. */
        private static Codes indeterminate(Optional<Paperwork> form) {
            return new Codes(
                    Covered.INDETERMINATE,
                    Optional.of(Authorization.INDETERMINATE),
                    Set.of(),
                    form,
                    Optional.of(Cause.TECHNICAL));
        }

        @Override
        public Codes notEvaluated(Decision.NotEvaluated decision) {
            return indeterminate(Optional.empty());
        }

        @Override
        public Codes noPolicyInForce(Decision.NoPolicyInForce decision) {
            return conditional(Authorization.CONDITIONAL, Set.of(), Optional.empty());
        }

        /** CRD 2.2, resp-45. */
        @Override
        public Codes coverageNotInForce(Decision.CoverageNotInForce decision) {
            return notCovered(Optional.empty(), Optional.of(Cause.NO_ACTIVE_COVERAGE));
        }
    }
}
