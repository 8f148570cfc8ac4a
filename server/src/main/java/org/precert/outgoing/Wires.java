package org.precert.outgoing;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;

/**
 * What all requests share.
 *
 * @param answers runs what callers hang on their answers, so that it holds up neither the clock nor the network
 */
record Wires(
        HttpAsyncRequester requester, Names names, ScheduledExecutorService timer, Executor answers, Limits limits) {

    /** The longest that any request may take, and that a connection is kept without use. */
    static final Duration LONGEST = Duration.ofSeconds(10);
}
