package org.precert.cases;

/** What an event is called in lists. */
enum EventName implements CaseEvent.Cases<String> {
    INSTANCE;

    @Override
    public String opened(CaseEvent.Opened event) {
        return "opened";
    }

    @Override
    public String updated(CaseEvent.Updated event) {
        return "updated";
    }

    @Override
    public String decided(CaseEvent.Decided event) {
        return "decided";
    }

    @Override
    public String reviewed(CaseEvent.Reviewed event) {
        return "reviewed";
    }

    @Override
    public String cancelled(CaseEvent.CancelledLines event) {
        return "cancelled";
    }

    @Override
    public String appealed(CaseEvent.Appealed event) {
        return "appealed";
    }

    @Override
    public String documentsAsked(CaseEvent.DocumentsAsked event) {
        return "documents-asked";
    }

    @Override
    public String documentsArrived(CaseEvent.DocumentsArrived event) {
        return "documents-arrived";
    }

    @Override
    public String extended(CaseEvent.Extended event) {
        return "extended";
    }

    @Override
    public String escalated(CaseEvent.Escalated event) {
        return "escalated";
    }

    @Override
    public String peerToPeer(CaseEvent.PeerToPeer event) {
        return "peer-to-peer";
    }

    @Override
    public String noted(CaseEvent.Noted event) {
        return "noted";
    }
}
