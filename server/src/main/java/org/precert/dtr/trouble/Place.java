package org.precert.dtr.trouble;

/**
 * A place in our CQL; each part is empty, or 0, where it was not recognised. All names are ours: nothing of it is a word of
 * the client.
 */
record Place(String library, String define, int line) {

    static final Place UNKNOWN = new Place("", "", 0);
}
