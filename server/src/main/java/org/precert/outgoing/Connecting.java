package org.precert.outgoing;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.apache.hc.core5.util.Timeout;

/** Tries the addresses of a destination, one after the other, until one takes a connection. */
final class Connecting {

    private final Wires wires;
    private final Request request;
    private final Iterator<InetAddress> left;
    private final Consumer<AsyncClientEndpoint> connected;
    private final Runnable unreachable;

    Connecting(
            Wires wires,
            Request request,
            List<InetAddress> addresses,
            Consumer<AsyncClientEndpoint> connected,
            Runnable unreachable) {
        this.wires = wires;
        this.request = request;
        this.left = addresses.iterator();
        this.connected = connected;
        this.unreachable = unreachable;
    }

    /** An exception here would end the thread that serves every connection. */
    void next() {
        try {
            if (left.hasNext()) {
                connect(left.next());
            } else {
                unreachable.run();
            }
        } catch (RejectedExecutionException | IllegalStateException e) {
            unreachable.run(); // closed meanwhile
        }
    }

    private void connect(InetAddress address) {
        AtomicBoolean decided = new AtomicBoolean();
        Runnable inVain = () -> {
            if (decided.compareAndSet(false, true)) {
                next();
            }
        };
        ScheduledFuture<?> late =
                wires.timer().schedule(inVain, wires.limits().connect().toNanos(), TimeUnit.NANOSECONDS);
        // Not called off when late: the pool would lose the connection that comes about in that very moment.
        Future<AsyncClientEndpoint> unused = wires.requester()
                .connect(request.at(address), Timeout.of(Wires.LONGEST), null, new FutureCallback<>() {
                    @Override
                    public void completed(AsyncClientEndpoint endpoint) {
                        late.cancel(false);
                        if (decided.compareAndSet(false, true)) {
                            connected.accept(endpoint);
                        } else {
                            endpoint.releaseAndReuse();
                        }
                    }

                    @Override
                    public void failed(Exception cause) {
                        late.cancel(false);
                        inVain.run();
                    }

                    @Override
                    public void cancelled() {
                        late.cancel(false);
                        inVain.run();
                    }
                });
    }
}
