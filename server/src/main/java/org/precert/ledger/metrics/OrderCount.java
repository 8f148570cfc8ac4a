package org.precert.ledger.metrics;

/** Orders for which coverage information was returned, each once, however many coverages it has. */
record OrderCount(Slice slice, long orders) {}
