package org.precert.cases;

/** What was asked of a case can not be done as it stands. The message is for people and holds no data of the patient. */
public final class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotPossible(String message) {
        super(message);
    }
}
