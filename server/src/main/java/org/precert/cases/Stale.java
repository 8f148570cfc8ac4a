package org.precert.cases;

/** Somebody else changed the case meanwhile: look again. */
public final class Stale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Stale() {
        super("The case has changed meanwhile: read it again");
    }
}
