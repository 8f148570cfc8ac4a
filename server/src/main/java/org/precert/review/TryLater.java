package org.precert.review;

/** Neither the caller's mistake nor an answer: the same request may well be answered later. Nothing was kept of it. */
public final class TryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for people, without data of the patient */
    public TryLater(String message) {
        super(message);
    }
}
