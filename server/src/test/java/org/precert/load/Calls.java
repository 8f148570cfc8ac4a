package org.precert.load;

/** The calls of a load, one after the other. */
interface Calls {

    String path();

    String body(int number);

    /** Whether an answer says what was asked for. */
    boolean tells(String answer);
}
