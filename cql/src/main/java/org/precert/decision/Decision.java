package org.precert.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the payer's policy says about an order. None of these denies care: a person decides what is drafted here. */
public sealed interface Decision {

    Determination determination();

    /** Hands itself to the case that fits: the compiler sees to it that every door knows every kind of decision. */
    <R> R tell(Cases<R> cases);

    /** What to make of each kind of decision. */
    interface Cases<R> {
        R stated(Stated decision);

        R notAddressed(NotAddressed decision);

        R informationNeeded(InformationNeeded decision);

        R notEvaluated(NotEvaluated decision);

        R noPolicyInForce(NoPolicyInForce decision);

        R coverageNotInForce(CoverageNotInForce decision);
    }

    /** A statement of the policy applies. {@code criteriaMet} matters where the statement requires authorization. */
    record Stated(Statement statement, Finding finding, Answer criteriaMet) implements Decision {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.stated(this);
        }

        @Override
        public Determination determination() {
            return statement.determination();
        }
    }

    /** Some fact puts the order outside of every statement: {@code outside} names those facts. */
    record NotAddressed(List<Finding> outside) implements Decision {
        public NotAddressed {
            outside = List.copyOf(outside);
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.notAddressed(this);
        }

        @Override
        public Determination determination() {
            return Determination.NOT_ADDRESSED;
        }
    }

    /** The facts in {@code missing} could still change the answer; {@code open} are the statements that wait for them. */
    record InformationNeeded(List<Statement> open, List<Finding> missing) implements Decision {
        public InformationNeeded {
            open = List.copyOf(open);
            missing = List.copyOf(missing);
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.informationNeeded(this);
        }

        @Override
        public Determination determination() {
            return Determination.INFORMATION_NEEDED;
        }
    }

    /** The policy could not be asked in time, or failed: our trouble, said as such, and never an answer about care. */
    record NotEvaluated(String trouble) implements Decision {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.notEvaluated(this);
        }

        @Override
        public Determination determination() {
            return Determination.INFORMATION_NEEDED;
        }
    }

    /**
     * No encoded version covers the date of service.
     *
     * @param from the first day that is covered; empty where nothing is encoded at all
     * @param earlierSince since when the payer had an earlier version, not encoded here
     */
    record NoPolicyInForce(Optional<LocalDate> from, Optional<LocalDate> earlierSince) implements Decision {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.noPolicyInForce(this);
        }

        @Override
        public Determination determination() {
            return Determination.NO_POLICY_IN_FORCE;
        }
    }

    /** The coverage itself does not count on the date of service, so no policy was asked. {@code why} says it to people. */
    record CoverageNotInForce(String why) implements Decision {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.coverageNotInForce(this);
        }

        @Override
        public Determination determination() {
            return Determination.COVERAGE_NOT_IN_FORCE;
        }
    }
}
