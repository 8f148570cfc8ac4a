package org.precert.cases;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.precert.clocks.Due;

/** What happened to a case. What a case is, is what its events come to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CaseEvent.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = CaseEvent.Updated.class, name = "updated"),
    @JsonSubTypes.Type(value = CaseEvent.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = CaseEvent.Reviewed.class, name = "reviewed"),
    @JsonSubTypes.Type(value = CaseEvent.CancelledLines.class, name = "cancelled"),
    @JsonSubTypes.Type(value = CaseEvent.Appealed.class, name = "appealed"),
    @JsonSubTypes.Type(value = CaseEvent.DocumentsAsked.class, name = "documents-asked"),
    @JsonSubTypes.Type(value = CaseEvent.DocumentsArrived.class, name = "documents-arrived"),
    @JsonSubTypes.Type(value = CaseEvent.Extended.class, name = "extended"),
    @JsonSubTypes.Type(value = CaseEvent.Escalated.class, name = "escalated"),
    @JsonSubTypes.Type(value = CaseEvent.PeerToPeer.class, name = "peer-to-peer"),
    @JsonSubTypes.Type(value = CaseEvent.Noted.class, name = "noted"),
})
public sealed interface CaseEvent {

    <R> R tell(Cases<R> cases);

    /** Whether providers see a difference: they are notified then. */
    default boolean isVisible() {
        return !(this instanceof Escalated || this instanceof Noted || this instanceof PeerToPeer);
    }

    /** What to make of each kind. */
    interface Cases<R> {
        R opened(Opened event);

        R updated(Updated event);

        R decided(Decided event);

        R reviewed(Reviewed event);

        R cancelled(CancelledLines event);

        R appealed(Appealed event);

        R documentsAsked(DocumentsAsked event);

        R documentsArrived(DocumentsArrived event);

        R extended(Extended event);

        R escalated(Escalated event);

        R peerToPeer(PeerToPeer event);

        R noted(Noted event);
    }

    /**
     * A request came in, and was reviewed.
     *
     * @param id of the case
     * @param number what people call it
     * @param version of the guide that the request speaks
     * @param submission by which its bytes are kept
     * @param continues number of the case that this one renews or extends
     * @param due empty where nothing is left to decide
     */
    record Opened(
            String id,
            String number,
            String version,
            String submission,
            String payer,
            Requester requester,
            Member member,
            boolean expedited,
            Instant receivedAt,
            Optional<String> continues,
            List<Line> lines,
            Optional<Due> due)
            implements CaseEvent {
        public Opened {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.opened(this);
        }
    }

    /**
     * The provider changed or added lines.
     *
     * @param lines all that are changed or new
     */
    record Updated(String submission, boolean expedited, List<Line> lines, Optional<Due> due) implements CaseEvent {
        public Updated {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.updated(this);
        }
    }

    /** An open line was decided. */
    record Decided(int line, LineDecision decision) implements CaseEvent {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.decided(this);
        }
    }

    /** Open lines were reviewed anew, for more is known. */
    record Reviewed(List<Line> lines) implements CaseEvent {
        public Reviewed {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.reviewed(this);
        }
    }

    /**
     * The provider took lines back.
     *
     * @param lines their sequences
     */
    record CancelledLines(String submission, List<Integer> lines) implements CaseEvent {
        public CancelledLines {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.cancelled(this);
        }
    }

    /**
     * The provider appeals against what was denied.
     *
     * @param lines their sequences
     */
    record Appealed(String submission, boolean expedited, List<Integer> lines, Due due) implements CaseEvent {
        public Appealed {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.appealed(this);
        }
    }

    record DocumentsAsked(List<DocumentAsk> asks) implements CaseEvent {
        public DocumentsAsked {
            asks = List.copyOf(asks);
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.documentsAsked(this);
        }
    }

    /**
     * @param controls the attachment control numbers that it answers; empty for what nobody asked for
     * @param attachment by which it is kept
     * @param last whether the provider sends no more
     */
    record DocumentsArrived(List<String> controls, String attachment, boolean last) implements CaseEvent {
        public DocumentsArrived {
            controls = List.copyOf(controls);
        }

        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.documentsArrived(this);
        }
    }

    /**
     * More time, as the rule allows it once.
     *
     * @param why for the provider and the member
     */
    record Extended(Due due, String why) implements CaseEvent {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.extended(this);
        }
    }

    /**
     * Staff were told that time runs out, or ran out.
     *
     * @param late whether the due time is over
     */
    record Escalated(boolean late) implements CaseEvent {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.escalated(this);
        }
    }

    /** A talk with the ordering clinician. */
    record PeerToPeer(Instant heldAt, String with, String note) implements CaseEvent {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.peerToPeer(this);
        }
    }

    /** A remark of staff. */
    record Noted(String note) implements CaseEvent {
        @Override
        public <R> R tell(Cases<R> cases) {
            return cases.noted(this);
        }
    }
}
