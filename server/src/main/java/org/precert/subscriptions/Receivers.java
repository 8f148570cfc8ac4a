package org.precert.subscriptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.precert.clients.Clients;
import org.precert.outgoing.Answer;
import org.precert.outgoing.Destination;
import org.precert.outgoing.OutgoingHttp;

/** Sends to subscribers, by the guarded way that every request from here goes. */
final class Receivers implements AutoCloseable {

    private final OutgoingHttp http;
    private final Clients clients;
    private final Endpoints endpoints;
    private final ObjectMapper json;
    private final ConcurrentMap<Object, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Receivers(OutgoingHttp http, Clients clients, Endpoints endpoints, ObjectMapper json) {
        this.http = http;
        this.clients = clients;
        this.endpoints = endpoints;
        this.json = json;
    }

    /** @return what kind of failure it was, fit for a log; nothing if the receiver took it */
    Optional<String> send(Subscription subscription, ObjectNode notification) {
        Channel channel = subscription.channel();
        Optional<Destination> destination = endpoints.destination(owner(subscription), channel.endpoint());
        if (destination.isEmpty()) {
            return Optional.of("not-registered");
        }
        return failure(http.post(
                destination.get(),
                channel.endpoint(),
                channel.headers(),
                channel.payload(),
                bytes(notification),
                channel.timeout()));
    }

    /** As it is registered now. */
    Owner owner(Subscription subscription) {
        return Owner.of(subscription.client(), clients);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        underWay.values().forEach(each -> each.cancel(true));
    }

    private Optional<String> failure(CompletableFuture<Answer> answer) {
        Object key = new Object();
        underWay.put(key, answer);
        try {
            if (closed) {
                answer.cancel(true);
            }
            return failure(answer.join());
        } catch (CancellationException e) {
            return Optional.of("stopped");
        } finally {
            underWay.remove(key);
        }
    }

    private static Optional<String> failure(Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            return Optional.of(failed.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        Answer.Received received = (Answer.Received) answer;
        return received.isSuccessful() ? Optional.empty() : Optional.of("status-" + received.status());
    }

    private byte[] bytes(ObjectNode notification) {
        try {
            return json.writeValueAsBytes(notification);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
