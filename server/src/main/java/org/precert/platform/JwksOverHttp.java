package org.precert.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.precert.clients.FetchedKeys;
import org.precert.clients.KeyFetch;
import org.precert.outgoing.Answer;
import org.precert.outgoing.Destination;
import org.precert.outgoing.OutgoingHttp;

/** Fetches the keys of clients by the guarded way that every request from here goes. */
final class JwksOverHttp implements KeyFetch {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final OutgoingHttp http;
    private final boolean demo;

    /** @param demo whether plain HTTP and servers on this machine may be asked */
    JwksOverHttp(OutgoingHttp http, boolean demo) {
        this.http = http;
        this.demo = demo;
    }

    @Override
    public Optional<FetchedKeys> fetch(URI jwksUrl) {
        Destination destination = new Destination(jwksUrl, demo, demo);
        Answer answer = http.get(destination, jwksUrl, Optional.empty(), "application/json", LIMIT)
                .join();
        return answer instanceof Answer.Received received && received.status() == 200
                ? Optional.of(FetchedKeys.of(
                        new String(received.body(), StandardCharsets.UTF_8),
                        received.header("Cache-Control").orElse("")))
                : Optional.empty();
    }
}
