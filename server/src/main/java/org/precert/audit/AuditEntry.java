package org.precert.audit;

import java.util.List;

/** Something to be answered for: ids, codes and hashes; nothing clinical, no names, no tokens. */
public sealed interface AuditEntry {

    EntryKind kind();

    /** Rows of other tables that must stay as they are now. */
    default List<CoveredRow> covers() {
        return List.of();
    }

    /**
     * A call at a door, with its reviews.
     *
     * @param door such as crd.order-sign
     * @param status of HTTP
     */
    record Exchange(String door, Who by, int status, int orders, List<CoveredRow> covers) implements AuditEntry {
        public Exchange {
            covers = List.copyOf(covers);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.EXCHANGE;
        }
    }

    /** A request that was answered, and the case that came of it; the case's id may be empty. */
    record Submission(String submission, String caseId, Who by, int status, List<CoveredRow> covers)
            implements AuditEntry {
        public Submission {
            covers = List.copyOf(covers);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.SUBMISSION;
        }
    }

    /**
     * What happened to a case at once.
     *
     * @param first the number of the first event
     * @param events what each is called
     */
    record CaseEvents(String caseId, String payer, int first, List<String> events, Who by, List<CoveredRow> covers)
            implements AuditEntry {
        public CaseEvents {
            events = List.copyOf(events);
            covers = List.copyOf(covers);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.CASE;
        }
    }

    /** Something came in beside requests, or was put to a case; the case's id is empty while it is held for one. */
    record Document(String document, String caseId, Who by, List<CoveredRow> covers) implements AuditEntry {
        public Document {
            covers = List.copyOf(covers);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.DOCUMENT;
        }
    }

    /**
     * A client took a notification, and so heard of a case.
     *
     * @param event its number
     */
    record Notified(String subscription, long event, String caseId, Who by) implements AuditEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.NOTIFICATION;
        }
    }

    /**
     * Somebody is about to be shown something of patients.
     *
     * @param what a word of ours: case, document, worklist, ExplanationOfBenefit ...
     * @param cases the ids of all that is shown; none where a search found nothing
     * @param part the id of a part of the case; empty for the whole
     * @param search names of the parameters that it was searched by, without what they were; empty for a read
     */
    record PatientRead(String what, List<String> cases, String part, String search, Who by) implements AuditEntry {
        public PatientRead {
            cases = List.copyOf(cases);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.READ;
        }
    }

    /**
     * Somebody was turned away.
     *
     * @param area the first part of the path
     * @param status 401 or 403
     * @param why a code of ours; may be empty
     * @param times how many times since the entry before; more than once where there were too many to tell one by one
     */
    record Refused(String area, int status, String why, long times, Who by) implements AuditEntry {

        /** The attribute of a request by which a filter that turns somebody away may tell why. */
        public static final String WHY = "org.precert.audit.why";

        @Override
        public EntryKind kind() {
            return EntryKind.REFUSED;
        }
    }

    /** @param scopes as granted, between blanks */
    record TokenIssued(String client, String scopes) implements AuditEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.TOKEN;
        }
    }

    /**
     * A session of somebody of the staff began or ended.
     *
     * @param person whose session it is
     * @param by who did it: this person, or an administrator
     */
    record StaffSession(String person, Step step, Who by) implements AuditEntry {
        /** What became of it. */
        public enum Step {
            IN,
            OUT,
            ENDED
        }

        @Override
        public EntryKind kind() {
            return EntryKind.SIGN_IN;
        }
    }

    /**
     * @param entry SHA-256 of what the client is registered with now, in hexadecimal; empty where it was removed
     * @param by who changed it
     */
    record ClientChanged(String client, Change change, String entry, Who by) implements AuditEntry {
        /** What became of it. */
        public enum Change {
            REGISTERED,
            CHANGED,
            DISABLED,
            REMOVED
        }

        @Override
        public EntryKind kind() {
            return EntryKind.CLIENT;
        }
    }

    /** @param policies each as id|version|content hash */
    record PolicySet(String node, List<String> policies) implements AuditEntry {
        public PolicySet {
            policies = List.copyOf(policies);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.POLICIES;
        }
    }

    record NodeStarted(String node, String version) implements AuditEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.NODE_START;
        }
    }

    record NodeStopped(String node) implements AuditEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.NODE_STOP;
        }
    }

    /** @param heads the end of each chain that has links */
    record Checkpoint(String node, List<ChainPoint> heads) implements AuditEntry {
        public Checkpoint {
            heads = List.copyOf(heads);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.CHECKPOINT;
        }
    }

    /** @param anchors the last link that each chain lost, ever */
    record Swept(List<ChainPoint> anchors) implements AuditEntry {
        public Swept {
            anchors = List.copyOf(anchors);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.SWEEP;
        }
    }

    /** @param what read or verify */
    record AuditUsed(String what, Who by) implements AuditEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.AUDIT;
        }
    }
}
