package org.precert.cases.metrics;

import java.time.Duration;
import java.time.Instant;

/**
 * A request that was decided.
 *
 * @param at when nothing of it was left to decide, for the first time
 * @param took from its submission to the last decision
 * @param extended whether the time for it was made longer
 * @param inTime whether it was decided when it was due
 */
record Determined(Instant at, Result result, boolean expedited, Duration took, boolean extended, boolean inTime) {}
