package org.precert.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A call and its answer as they were kept.
 *
 * @param client the id of the registered client; empty for anybody
 * @param callerId the caller's id for the call
 * @param took until the answer was kept; empty where that was not measured
 * @param request as it came in, without its token
 * @param facts what was known of the patient, in canonical JSON
 * @param answer as it was sent; empty where it was not kept
 */
record StoredExchange(
        String door,
        String client,
        String callerId,
        Instant receivedAt,
        Optional<Duration> took,
        int status,
        String request,
        String facts,
        String answer) {}
