package org.precert.cases.metrics;

import java.time.Instant;

/**
 * An appeal that was decided.
 *
 * @param expedited whether the request was
 * @param approved whether everything that it was about is approved now
 */
record AppealDecided(Instant at, boolean expedited, boolean approved) {}
