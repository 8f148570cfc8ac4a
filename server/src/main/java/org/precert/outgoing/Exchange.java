package org.precert.outgoing;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;
import org.precert.sight.Carried;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request under way, from the gate of its destination to the one answer that it gets. */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    /** Who was given less time than this can not say that the other side hung. */
    private static final Duration FAIR = Duration.ofMillis(250);

    private final Wires wires;
    private final Request request;
    private final Gate gate;
    private final Gate.Visit visit = new Gate.Visit(this::start, this::turnedAway);
    private final AtomicBoolean done = new AtomicBoolean();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final Carried asker = Carried.fromHere();
    private volatile @Nullable AsyncClientEndpoint endpoint;

    Exchange(Wires wires, Request request, Gate gate) {
        this.wires = wires;
        this.request = request;
        this.gate = gate;
    }

    CompletableFuture<Answer> begin() {
        ScheduledFuture<?> deadline = wires.timer()
                .schedule(
                        () -> finish(new Answer.Failed(Failure.TOO_LATE)),
                        request.within().toNanos(),
                        TimeUnit.NANOSECONDS);
        // Whoever cancels the answer calls the request off.
        CompletableFuture<Answer> unused = answer.whenComplete((given, gone) -> {
            deadline.cancel(false);
            finish(new Answer.Failed(Failure.TOO_LATE));
        });
        gate.enter(visit);
        return answer;
    }

    boolean isDone() {
        return done.get();
    }

    /** The first answer counts. */
    void finish(Answer given) {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        AsyncClientEndpoint connected = endpoint;
        if (connected != null) {
            connected.releaseAndDiscard();
        }
        gate.leave(visit, sign(given));
        give(given);
    }

    private void turnedAway() {
        if (done.compareAndSet(false, true)) {
            give(new Answer.Failed(Failure.BUSY));
        }
    }

    private void give(Answer given) {
        if (given instanceof Answer.Failed failed) {
            asker.run(() -> LOG.info("No answer from {}: {}", request.host(), failed.why()));
        }
        try {
            wires.answers().execute(() -> asker.run(() -> answer.complete(given)));
        } catch (RejectedExecutionException e) {
            answer.complete(given);
        }
    }

    private Gate.Sign sign(Answer given) {
        if (!(given instanceof Answer.Failed failed)) {
            return Gate.Sign.ANSWERED;
        }
        return switch (failed.why()) {
            case TOO_LATE -> request.within().compareTo(FAIR) < 0 ? Gate.Sign.NOTHING : Gate.Sign.HUNG;
            case UNREACHABLE -> Gate.Sign.HUNG;
            case NOT_ALLOWED, BUSY -> Gate.Sign.NOTHING;
            case NOT_TRUSTED, TOO_LONG, UNREADABLE -> Gate.Sign.ANSWERED;
        };
    }

    private void start() {
        var unused = wires.names().addresses(request.host()).thenAccept(this::connect);
    }

    /** One bad address and none is used: who controls the name would choose which one we take. */
    private void connect(List<InetAddress> found) {
        boolean privateNetwork = request.destination().privateNetwork();
        if (done.get()) {
            return;
        }
        if (found.isEmpty()) {
            finish(new Answer.Failed(Failure.UNREACHABLE));
        } else if (!found.stream().allMatch(each -> AddressRule.allows(each, privateNetwork))) {
            finish(new Answer.Failed(Failure.NOT_ALLOWED));
        } else {
            new Connecting(wires, request, found, this::send, this::unreachable).next();
        }
    }

    private void unreachable() {
        finish(new Answer.Failed(Failure.UNREACHABLE));
    }

    private void send(AsyncClientEndpoint connected) {
        endpoint = connected;
        if (done.get()) {
            connected.releaseAndReuse();
            return;
        }
        AnswerReader reader =
                new AnswerReader(this, request, connected, wires.limits().bytes());
        try {
            connected.execute(reader, HttpCoreContext.create());
        } catch (IllegalStateException e) {
            unreachable(); // the time was up meanwhile, and the connection is closed
        }
    }
}
