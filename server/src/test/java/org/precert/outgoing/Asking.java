package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** Asks, with a DNS and a clock that a test holds in its hand. */
final class Asking implements AutoCloseable {

    static final String TOKEN = "SECRET-TOKEN";

    final AtomicLong nanos = new AtomicLong();
    final List<String> lookups = new CopyOnWriteArrayList<>();
    private final Map<String, NameLookup> names = new ConcurrentHashMap<>();
    private final OutgoingHttp http;

    Asking() {
        this(Limits.usual(), defaultTls());
    }

    Asking(Limits limits) {
        this(limits, defaultTls());
    }

    Asking(Limits limits, SSLContext tls) {
        http = new OutgoingHttp(limits, this::lookUp, tls, nanos::get);
        names("ehr.test", "127.0.0.1");
    }

    OutgoingHttp http() {
        return http;
    }

    void names(String host, String... addresses) {
        names.put(host, ignored -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        });
    }

    void names(String host, NameLookup lookup) {
        names.put(host, lookup);
    }

    CompletableFuture<Answer> start(Destination destination, String url, Duration within) {
        return http.get(destination, URI.create(url), Optional.of(TOKEN), "application/fhir+json", within);
    }

    /** Waits no longer than three seconds over the time that is given. */
    Answer get(Destination destination, String url, Duration within) {
        return await(start(destination, url, within), within);
    }

    Answer get(Destination destination, String url) {
        return get(destination, url, Duration.ofSeconds(5));
    }

    static Answer await(CompletableFuture<Answer> answer, Duration within) {
        try {
            return answer.get(within.toMillis() + 3_000, TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("No answer in time", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    static void assertFailed(Answer answer, Failure why) {
        assertThat(answer).isEqualTo(new Answer.Failed(why));
    }

    static String body(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Received.class);
        return new String(((Answer.Received) answer).body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** A FHIR server on this machine, over plain HTTP. */
    static Destination ehr(Listener listener) {
        return Destination.of("http://ehr.test:" + listener.port() + "/fhir", true, true);
    }

    static String url(Listener listener, String path) {
        return "http://ehr.test:" + listener.port() + path;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        lookups.add(host);
        NameLookup known = names.get(host);
        if (known == null) {
            throw new UnknownHostException(host);
        }
        return known.addresses(host);
    }

    private static SSLContext defaultTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
