package org.precert.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Code;
import org.precert.cases.DenialReason;

/** What a person does with a case. */
sealed interface Action {

    <R> R tell(Cases<R> cases);

    /** What to make of each kind. */
    interface Cases<R> {
        R approve(Approve action);

        R modify(Modify action);

        R deny(Deny action);

        R ask(Ask action);

        R extend(Extend action);

        R peerToPeer(PeerToPeer action);

        R note(Note action);
    }

    /** @param words may be empty */
    record Approve(int line, LocalDate from, LocalDate until, String words) implements Action {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.approve(this);
        }
    }

    /**
     * Grants something else than what was asked for. What is empty stays as it was asked.
     *
     * @param from the first day that the authorization is good for
     * @param until the last one
     */
    record Modify(
            int line,
            Optional<BigDecimal> quantity,
            String unit,
            String place,
            Optional<Code> code,
            LocalDate from,
            LocalDate until,
            String words)
            implements Action {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.modify(this);
        }
    }

    /** @param clause empty for the one that the line's basis cites */
    record Deny(int line, DenialReason reason, String words, String clause) implements Action {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.deny(this);
        }
    }

    /** @param form whether the policy's form is asked for */
    record Ask(int line, List<Item> items, boolean form) implements Action {
        public Ask {
            items = List.copyOf(items);
        }

        /**
         * @param loinc what kind of document
         * @param words what is needed, and why
         * @param modifier how far back, as a code of LOINC; may be empty
         */
        record Item(String loinc, String words, String modifier) {}

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.ask(this);
        }
    }

    record Extend(String why) implements Action {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.extend(this);
        }
    }

    record PeerToPeer(Instant heldAt, String with, String note) implements Action {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.peerToPeer(this);
        }
    }

    record Note(String note) implements Action {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.note(this);
        }
    }
}
