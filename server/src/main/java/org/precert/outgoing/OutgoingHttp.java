package org.precert.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.AsyncRequesterBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.nio.ssl.BasicClientTlsStrategy;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.http.protocol.RequestUserAgent;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks others over HTTP/1.1. No redirect is followed, no cookie kept, no proxy of the environment used, nothing tried
 * again and nothing expanded; TLS is 1.2 or later and the host's name is verified. A name is resolved once for a request,
 * and what was checked is what is connected to. No thread waits for an answer.
 *
 * <p>It stands on HttpCore and not on HttpClient, which would have each of these to be turned off, and writes bearer
 * tokens to its own debug log.
 */
public final class OutgoingHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingHttp.class);
    private static final int NETWORK_THREADS = 2;
    private static final int ANSWER_THREADS = 4;
    private static final int MOST_CONNECTIONS = 512;
    private static final int MOST_CONNECTIONS_TO_AN_ADDRESS = 64;
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxHeaderCount(100)
            .setMaxLineLength(16 * 1024)
            .setMaxEmptyLineCount(4)
            .build();

    private final HttpAsyncRequester requester;
    private final Names names;
    private final ScheduledThreadPoolExecutor timer = Threads.timer("outgoing-deadlines");
    private final ThreadPoolExecutor answers = Threads.pool("outgoing-answers", ANSWER_THREADS, Integer.MAX_VALUE);
    private final Wires wires;
    private final Gates gates;

    public OutgoingHttp() {
        this(Limits.usual());
    }

    public OutgoingHttp(Limits limits) {
        this(limits, InetAddress::getAllByName, SSLContexts.createSystemDefault(), System::nanoTime);
    }

    OutgoingHttp(Limits limits, NameLookup lookup, SSLContext tls, LongSupplier nanos) {
        requester = requester(tls);
        names = new Names(lookup);
        wires = new Wires(requester, names, timer, answers, limits);
        gates = new Gates(limits, nanos);
        requester.start();
    }

    /**
     * GET; never throws, and completes normally with an answer always, at the deadline at the latest. What hangs on the
     * answer must not block. Cancelling it calls the request off.
     *
     * @param url covered by the destination, or else nothing is sent
     * @param bearerToken never stored, never logged, never sent elsewhere
     * @param within at most ten seconds count
     */
    public CompletableFuture<Answer> get(
            Destination destination, URI url, Optional<String> bearerToken, String accept, Duration within) {
        return send(Request.get(destination, url, bearerToken, accept, time(within)));
    }

    /**
     * POST; under the same guards as {@link #get}: nothing leaves that is not allowed, and there is an answer always. It is
     * sent once: whether it arrived before something broke, nobody knows.
     *
     * @param headers as they are, in this order; never logged. Those that say how the message itself is framed are refused
     * @param contentType sent as it is
     */
    public CompletableFuture<Answer> post(
            Destination destination, URI url, List<Header> headers, String contentType, byte[] body, Duration within) {
        return send(Request.post(destination, url, headers, new Request.Sent(contentType, body), time(within)));
    }

    private static Duration time(Duration within) {
        return within.compareTo(Wires.LONGEST) < 0 ? within : Wires.LONGEST;
    }

    private CompletableFuture<Answer> send(Request request) {
        if (!request.isAllowed()) {
            return failed(request, Failure.NOT_ALLOWED);
        }
        if (request.within().isNegative() || request.within().isZero()) {
            return failed(request, Failure.TOO_LATE);
        }
        try {
            return new Exchange(wires, request, gates.of(request.destination())).begin();
        } catch (RejectedExecutionException e) {
            return failed(request, Failure.UNREACHABLE);
        }
    }

    /** What is under way still gets its answer: a failure. */
    @Override
    public void close() {
        requester.close(CloseMode.IMMEDIATE);
        names.close();
        timer.shutdown();
        answers.shutdown();
    }

    private static CompletableFuture<Answer> failed(Request request, Failure why) {
        LOG.info("Nothing asked of {}: {}", request.host(), why);
        return CompletableFuture.completedFuture(new Answer.Failed(why));
    }

    private static HttpAsyncRequester requester(SSLContext tls) {
        return AsyncRequesterBootstrap.bootstrap()
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(NETWORK_THREADS)
                        .setTcpNoDelay(true)
                        .build())
                .setHttp1Config(HEADS)
                .setHttpProcessor(HttpProcessorBuilder.create()
                        // The usual ones, but for the one that asks first whether the body may be sent.
                        .addAll(
                                RequestTargetHost.INSTANCE,
                                RequestContent.INSTANCE,
                                RequestConnControl.INSTANCE,
                                new RequestUserAgent("Precert"))
                        .build())
                .setTlsStrategy(new BasicClientTlsStrategy(tls))
                .setTlsHandshakeTimeout(Timeout.of(Wires.LONGEST))
                .setMaxTotal(MOST_CONNECTIONS)
                .setDefaultMaxPerRoute(MOST_CONNECTIONS_TO_AN_ADDRESS)
                .create();
    }
}
