package org.precert.dtr;

import java.util.List;
import java.util.Optional;
import org.precert.decision.Decision;
import org.precert.decision.Paperwork;
import org.precert.forms.Form;
import org.precert.forms.FormBook;
import org.precert.policy.Policy;
import org.precert.review.Review;

/**
 * Which form a review asks for. It decides nothing: the statement names its form, missing facts have the policy's; and
 * where a policy speaks of the order and asks for nothing, its form is what a clinician has to say something by.
 */
final class FormChoice {

    /**
     * @param purpose a code of DocReason; empty if nothing is said of it
     * @param needed whether the payer asks for it
     */
    record Choice(Form form, Review review, String purpose, boolean needed) {}

    private final FormBook forms;

    FormChoice(FormBook forms) {
        this.forms = forms;
    }

    /** At most one a review. */
    List<Choice> of(List<Review> reviews, boolean adaptive) {
        return reviews.stream().flatMap(review -> of(review, adaptive).stream()).toList();
    }

    private Optional<Choice> of(Review review, boolean adaptive) {
        return review.ruling()
                .policy()
                .flatMap(policy -> review.ruling().decision().tell(new Chosen(policy, review, adaptive)));
    }

    private final class Chosen implements Decision.Cases<Optional<Choice>> {

        private final Policy policy;
        private final Review review;
        private final boolean adaptive;

        Chosen(Policy policy, Review review, boolean adaptive) {
            this.policy = policy;
            this.review = review;
            this.adaptive = adaptive;
        }

        @Override
        public Optional<Choice> stated(Decision.Stated decision) {
            return decision.statement()
                    .paperwork()
                    .flatMap(this::named)
                    .or(() -> policy.asksWith().flatMap(name -> choice(name, "", false)));
        }

        private Optional<Choice> named(Paperwork paperwork) {
            return choice(paperwork.questionnaire(), paperwork.purpose(), true);
        }

        @Override
        public Optional<Choice> informationNeeded(Decision.InformationNeeded decision) {
            return policy.asksWith().flatMap(name -> choice(name, "", true));
        }

        @Override
        public Optional<Choice> notAddressed(Decision.NotAddressed decision) {
            return Optional.empty();
        }

        /** What it would have asked for is not known: the form that asks for the most is better than none. */
        @Override
        public Optional<Choice> notEvaluated(Decision.NotEvaluated decision) {
            return policy.asksWith().flatMap(name -> choice(name, "", true));
        }

        @Override
        public Optional<Choice> noPolicyInForce(Decision.NoPolicyInForce decision) {
            return Optional.empty();
        }

        @Override
        public Optional<Choice> coverageNotInForce(Decision.CoverageNotInForce decision) {
            return Optional.empty();
        }

        private Optional<Choice> choice(String name, String purpose, boolean needed) {
            return forms.of(policy, name, adaptive).map(form -> new Choice(form, review, purpose, needed));
        }
    }
}
