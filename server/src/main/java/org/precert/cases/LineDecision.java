package org.precert.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** Where a line stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LineDecision.Approved.class, name = "approved"),
    @JsonSubTypes.Type(value = LineDecision.Modified.class, name = "modified"),
    @JsonSubTypes.Type(value = LineDecision.Denied.class, name = "denied"),
    @JsonSubTypes.Type(value = LineDecision.Pended.class, name = "pended"),
    @JsonSubTypes.Type(value = LineDecision.NotRequired.class, name = "not-required"),
    @JsonSubTypes.Type(value = LineDecision.ContactPayer.class, name = "contact-payer"),
    @JsonSubTypes.Type(value = LineDecision.Cancelled.class, name = "cancelled"),
})
public sealed interface LineDecision {

    /** Hands itself to the case that fits. */
    <R> R tell(Cases<R> cases);

    /** Whether somebody still has to decide: the clock runs. */
    @JsonIgnore
    default boolean isOpen() {
        return this instanceof Pended || this instanceof ContactPayer;
    }

    /** What to make of each kind. */
    interface Cases<R> {
        R approved(Approved decision);

        R modified(Modified decision);

        R denied(Denied decision);

        R pended(Pended decision);

        R notRequired(NotRequired decision);

        R contactPayer(ContactPayer decision);

        R cancelled(Cancelled decision);
    }

    /**
     * Certified in total.
     *
     * @param words what it is good for
     */
    record Approved(Authorization authorization, String words, Actor by) implements LineDecision {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.approved(this);
        }
    }

    /**
     * Certified otherwise than asked: fewer units, another place.
     *
     * @param granted what may be done
     * @param words why
     */
    record Modified(Authorization authorization, Service granted, String words, Person by) implements LineDecision {

        public Modified {
            if (words.isBlank()) {
                throw new NotPossible("Who grants something else than was asked for says why");
            }
            if (!by.mayDeny(DenialReason.NOT_MEDICALLY_NECESSARY)) {
                throw new NotPossible("Less than was asked for is a denial of the rest: it needs a physician");
            }
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.modified(this);
        }
    }

    /**
     * Not certified.
     *
     * @param words the specific reason, for the provider and the member: 42 CFR 422.122(a)
     * @param clause the statement of the policy or contract, with its locator
     */
    record Denied(DenialReason reason, String words, String clause, DeniedBy by) implements LineDecision {

        public Denied {
            if (words.isBlank() || clause.isBlank()) {
                throw new NotPossible("A denial gives its specific reason and the clause that it rests on");
            }
            if (!by.mayDeny(reason)) {
                throw new NotPossible(
                        "A denial for this reason needs a physician or another clinician with the credentials");
            }
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.denied(this);
        }
    }

    /**
     * Not decided yet.
     *
     * @param words what it waits for
     * @param draft what the policy would support, for staff alone
     */
    record Pended(PendReason reason, String words, Optional<Draft> draft) implements LineDecision {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.pended(this);
        }
    }

    /** No authorization is needed. */
    record NotRequired(String words) implements LineDecision {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.notRequired(this);
        }
    }

    /** It can not be settled here: another policy or program decides. */
    record ContactPayer(String words) implements LineDecision {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.contactPayer(this);
        }
    }

    /** Taken back by the provider. */
    record Cancelled() implements LineDecision {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.cancelled(this);
        }
    }
}
