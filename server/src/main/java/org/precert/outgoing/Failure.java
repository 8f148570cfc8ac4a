package org.precert.outgoing;

/** Why there is no answer. */
public enum Failure {
    /** The URL does not lie below its destination, or the destination's name leads to an address that is not allowed. */
    NOT_ALLOWED,
    /** The name is not known, no connection came about, or it broke. */
    UNREACHABLE,
    /** Who answered could not prove by certificate to be the host. */
    NOT_TRUSTED,
    /** The time was up. */
    TOO_LATE,
    /** The head or the body is longer than what is read. */
    TOO_LONG,
    /** What came is not HTTP/1.1, or is compressed, which was not asked for. */
    UNREADABLE,
    /** Nothing was asked: too much is under way there already, or it hung lately and is left alone for a while. */
    BUSY
}
