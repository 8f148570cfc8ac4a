package org.precert.clocks;

/** Whether a rule is law. One that is only proposed is shown, and applied to nobody. */
public enum Status {
    IN_FORCE("in force"),
    PROPOSED("proposed");

    private final String words;

    Status(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** In the table's file. */
    String word() {
        return words.replace(' ', '-');
    }
}
