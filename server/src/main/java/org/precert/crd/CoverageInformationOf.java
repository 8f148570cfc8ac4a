package org.precert.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.crd.CoverageInformation.BillingCode;
import org.precert.decision.Decision;
import org.precert.decision.Paperwork;
import org.precert.policy.Policy;
import org.precert.review.Rationale;
import org.precert.review.Review;

/** Renders a review as coverage information. It decides nothing: each kind of decision has its fixed codes. */
final class CoverageInformationOf {

    private static final Set<String> BILLING = Set.of(
            "http://www.ama-assn.org/go/cpt",
            "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "urn:oid:2.16.840.1.113883.6.285",
            "https://bluebutton.cms.gov/resources/codesystem/hcpcs");

    private record Codes(String covered, Optional<String> pa, Optional<String> info, Optional<Paperwork> paperwork) {}

    private final Rationale rationale;
    private final String baseUrl;

    /** @param baseUrl of this deployment's FHIR server, where its questionnaires are read */
    CoverageInformationOf(Rationale rationale, String baseUrl) {
        this.rationale = rationale;
        this.baseUrl = baseUrl;
    }

    CoverageInformation render(Review review, ObjectNode order) {
        Codes codes = review.ruling().decision().tell(new CodesOf(review));
        Optional<Paperwork> paperwork = codes.paperwork();
        return new CoverageInformation(
                review.coverage().reference(),
                codes.covered(),
                codes.pa(),
                paperwork.map(Paperwork::kind),
                paperwork.map(Paperwork::purpose).filter(purpose -> !purpose.isEmpty()),
                codes.info(),
                billingCodes(order),
                review.ruling().decision().determination(),
                rationale.sentence(review),
                paperwork.flatMap(each -> questionnaire(review, each.questionnaire())),
                review.madeOn().toString(),
                review.assertionId());
    }

    private Optional<String> questionnaire(Review review, String name) {
        return review.ruling()
                .policy()
                .filter(policy -> policy.questionnaires().containsKey(name))
                .map(policy -> canonical(policy, name));
    }

    private String canonical(Policy policy, String name) {
        return baseUrl + "/Questionnaire/" + policy.questionnaireId(name) + "|" + policy.version();
    }

    private static List<BillingCode> billingCodes(ObjectNode order) {
        List<BillingCode> codes = new ArrayList<>();
        for (JsonNode coding : order.path("code").path("coding")) {
            if (BILLING.contains(coding.path("system").asText()) && coding.hasNonNull("code")) {
                codes.add(new BillingCode(
                        coding.path("system").asText(), coding.path("code").asText()));
            }
        }
        return codes;
    }

    /** The table of determinations and codes: policies/README.md, section 4. */
    private static final class CodesOf implements Decision.Cases<Codes> {

        private static final Optional<String> CONDITIONAL = Optional.of("conditional");

        private final Review review;

        CodesOf(Review review) {
            this.review = review;
        }

        @Override
        public Codes stated(Decision.Stated decision) {
            Optional<Paperwork> paperwork = decision.statement().paperwork();
            return switch (decision.determination()) {
                case INVESTIGATIONAL, NOT_MEDICALLY_NECESSARY, NOT_COVERED ->
                    new Codes("not-covered", Optional.empty(), Optional.empty(), paperwork);
                case AUTHORIZATION_REQUIRED ->
                    new Codes("conditional", Optional.of("auth-needed"), Optional.empty(), paperwork);
                case REFER -> new Codes("conditional", CONDITIONAL, Optional.empty(), paperwork);
                case NOT_ADDRESSED -> open("no-auth");
                case INFORMATION_NEEDED, NO_POLICY_IN_FORCE -> open("conditional");
            };
        }

        private static Codes open(String pa) {
            return new Codes("conditional", Optional.of(pa), Optional.empty(), Optional.empty());
        }

        @Override
        public Codes notAddressed(Decision.NotAddressed decision) {
            return open("no-auth");
        }

        @Override
        public Codes informationNeeded(Decision.InformationNeeded decision) {
            Optional<Paperwork> form =
                    review.ruling().policy().flatMap(Policy::asksWith).map(name -> new Paperwork("clinical", "", name));
            return new Codes("conditional", CONDITIONAL, Optional.of("OTH"), form);
        }

        @Override
        public Codes notEvaluated(Decision.NotEvaluated decision) {
            return new Codes("conditional", CONDITIONAL, Optional.of("OTH"), Optional.empty());
        }

        @Override
        public Codes noPolicyInForce(Decision.NoPolicyInForce decision) {
            return open("conditional");
        }
    }
}
