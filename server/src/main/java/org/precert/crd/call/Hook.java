package org.precert.crd.call;

import java.util.Arrays;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * The hooks that are answered, each with a service of the same name. CRD 2.2, hooks: "primary" hooks owe coverage
 * information; the others may have it, and must not ask for documents (hook-16, hook-19).
 */
public enum Hook {
    APPOINTMENT_BOOK("appointment-book", "Coverage at booking", true, ContextKind.APPOINTMENTS),
    ENCOUNTER_START("encounter-start", "Coverage at the start of a visit", false, ContextKind.ENCOUNTER),
    ENCOUNTER_DISCHARGE("encounter-discharge", "Coverage at discharge", false, ContextKind.ENCOUNTER),
    ORDER_DISPATCH("order-dispatch", "Coverage at order dispatch", true, ContextKind.DISPATCH),
    ORDER_SELECT("order-select", "Coverage at order selection", false, ContextKind.DRAFTS),
    ORDER_SIGN("order-sign", "Coverage at order signing", true, ContextKind.DRAFTS);

    /** What the context of a hook carries. */
    enum ContextKind {
        DRAFTS,
        DISPATCH,
        APPOINTMENTS,
        ENCOUNTER
    }

    private final String id;
    private final String title;
    private final boolean primary;
    private final ContextKind context;

    Hook(String id, String title, boolean primary, ContextKind context) {
        this.id = id;
        this.title = title;
        this.primary = primary;
        this.context = context;
    }

    /** @throws InvalidRequest for a service that is not here */
    public static Hook of(String id) {
        return Arrays.stream(values())
                .filter(hook -> hook.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(Kind.NOT_FOUND, "", "There is no such CDS service"));
    }

    public String id() {
        return id;
    }

    /** What the ledger calls the door. */
    public String door() {
        return "crd." + id;
    }

    public String title() {
        return title;
    }

    ContextKind context() {
        return context;
    }

    /** Whether coverage information is owed, and documents may be asked for. */
    public boolean primary() {
        return primary;
    }

    /** Whether there are draft orders that a proposal can change. */
    public boolean hasDrafts() {
        return context == ContextKind.DRAFTS;
    }

    /** Whether a visit is what the hook is about: it is answered for only where an order of the visit is known. */
    public boolean aboutVisit() {
        return context == ContextKind.ENCOUNTER;
    }
}
