package org.precert.audit;

import java.time.Instant;

/**
 * An entry that has no place in a chain yet.
 *
 * @param at in microseconds, as both databases keep it
 */
record Stamped(Instant at, EntryKind kind, String body) {}
