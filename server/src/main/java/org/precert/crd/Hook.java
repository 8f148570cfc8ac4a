package org.precert.crd;

/** The hooks that are answered, each with a service of the same name. */
enum Hook {
    ORDER_SIGN("order-sign", "Coverage at order signing", true),
    ORDER_SELECT("order-select", "Coverage at order selection", false);

    private final String id;
    private final String title;
    private final boolean primary;

    Hook(String id, String title, boolean primary) {
        this.id = id;
        this.title = title;
        this.primary = primary;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** Whether the guide has documentation asked for here; on the others it must not be. CRD 2.2, hook-19. */
    boolean asksForDocuments() {
        return primary;
    }
}
