package org.precert.pas.call;

/** What an update did to an item, compared with the request before it (PAS 2.2.1, spec-71). */
public enum Change {
    NONE,
    ADDED,
    CHANGED
}
