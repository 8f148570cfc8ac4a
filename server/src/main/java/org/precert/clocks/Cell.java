package org.precert.clocks;

/** One case that the table has to know: on each day at most one row counts for it. */
record Cell(String line, Subject subject, Urgency urgency, String state) {

    String words() {
        return line + ", " + subject.word() + ", " + urgency.word() + (state.isEmpty() ? "" : ", " + state);
    }
}
