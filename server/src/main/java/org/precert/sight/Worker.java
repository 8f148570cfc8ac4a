package org.precert.sight;

/** Something without which a door would take what it then leaves undone. */
public interface Worker {

    /** Whether it is at work. */
    boolean isAtWork();
}
