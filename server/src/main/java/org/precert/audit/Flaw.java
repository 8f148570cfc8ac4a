package org.precert.audit;

/** What can be wrong with a link. */
public enum Flaw {
    CHANGED("what stands in it does not fit its hash"),
    REPLACED("it is not the link that the next one was written after"),
    MISSING("it is missing"),
    UNEXPECTED("it stands where no link can be: before the beginning, or after the end of the chain"),
    HEAD("the end of the chain is another one than the chain's last link"),
    NO_HEAD("the chain has no end: its row is gone"),
    ANCHOR("the chain does not begin where retention left it"),
    NOT_AS_SEEN("it is not the link that was seen there before"),
    UNREADABLE("what stands in it can not be read"),
    ROW_CHANGED("a row that it covers was changed"),
    ROW_GONE("a row that it covers is gone");

    private final String words;

    Flaw(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
