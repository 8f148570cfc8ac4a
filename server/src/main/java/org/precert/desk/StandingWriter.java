package org.precert.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.cases.Actor;
import org.precert.cases.Authorization;
import org.precert.cases.DeniedBy;
import org.precert.cases.LineDecision;

/** Writes where a line stands. */
record StandingWriter(ObjectNode node) implements LineDecision.Cases<ObjectNode> {

    @Override
    public ObjectNode approved(LineDecision.Approved decision) {
        authorization(decision.authorization());
        return said("approved", decision, decision.words()).put("by", name(decision.by()));
    }

    @Override
    public ObjectNode modified(LineDecision.Modified decision) {
        authorization(decision.authorization());
        ServiceWriter.write(node.putObject("granted"), decision.granted());
        return said("modified", decision, decision.words()).put("by", name(decision.by()));
    }

    @Override
    public ObjectNode denied(LineDecision.Denied decision) {
        node.put("reason", decision.reason().name());
        node.put("clause", decision.clause());
        node.put("by", denier(decision.by()));
        return said("denied", decision, decision.words());
    }

    @Override
    public ObjectNode pended(LineDecision.Pended decision) {
        decision.draft()
                .ifPresent(draft -> node.putObject("draft")
                        .put("reason", draft.reason().name())
                        .put("words", draft.words())
                        .put("clause", draft.clause()));
        return said("pended", decision, decision.words());
    }

    @Override
    public ObjectNode notRequired(LineDecision.NotRequired decision) {
        return said("not-required", decision, decision.words());
    }

    @Override
    public ObjectNode contactPayer(LineDecision.ContactPayer decision) {
        return said("contact-payer", decision, decision.words());
    }

    @Override
    public ObjectNode cancelled(LineDecision.Cancelled decision) {
        return said("cancelled", decision, "");
    }

    /** Who acted, with what they may sign as. */
    static String name(Actor actor) {
        if (actor instanceof Actor.Client) {
            return "the provider's system";
        }
        if (actor instanceof Actor.Machine machine) {
            return machine.engine().isEmpty() ? "Precert" : "Precert (" + machine.engine() + ")";
        }
        return actor.label();
    }

    private static String denier(DeniedBy by) {
        return by instanceof Actor person ? name(person) : "the payer's contract";
    }

    private void authorization(Authorization authorization) {
        node.putObject("authorization")
                .put("number", authorization.number())
                .put("issued", authorization.issued().toString())
                .put("from", authorization.from().toString())
                .put("until", authorization.until().toString());
    }

    private ObjectNode said(String name, LineDecision decision, String words) {
        Title.waitsFor(decision).ifPresent(each -> node.put("waitsFor", each));
        return node.put("is", name).put("title", Title.of(decision)).put("words", words);
    }
}
