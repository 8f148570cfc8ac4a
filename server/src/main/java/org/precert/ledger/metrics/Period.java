package org.precert.ledger.metrics;

import java.time.OffsetDateTime;

/** From its first moment up to, and without, its end. */
record Period(OffsetDateTime from, OffsetDateTime to) {}
