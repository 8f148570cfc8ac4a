package org.precert.dtr.adaptive;

/** What becomes of enableWhen on the items of the contained form. */
public enum EnableWhen {
    /** DTR 2.0.1: the profile of the adaptive form has none. */
    LEFT_OUT,
    /** DTR 2.2: it stays where the form holds each question that it looks at, so that a changed answer hides the item. */
    KEPT
}
