package org.precert.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Makes each call when it is due, answered or not what went before. A call for which no client is free waits, and its wait
 * counts: latency is measured from the moment that was meant, never from the moment that suited the server.
 */
final class OpenLoad {

    /** How long after the last arrival calls that are still waiting are made; on overload the rest never is. */
    private static final long GRACE = Duration.ofSeconds(10).toNanos();

    private final int port;
    private final int clients;
    private final Arrivals arrivals;
    private final Calls calls;
    private final AtomicInteger next = new AtomicInteger();
    private final Reply[] replies;
    private final long[] nanos;

    /** @param clients connections, which share the arrivals: whoever is free takes the next */
    OpenLoad(int port, int clients, Arrivals arrivals, Calls calls) {
        this.port = port;
        this.clients = clients;
        this.arrivals = arrivals;
        this.calls = calls;
        this.replies = new Reply[arrivals.count()];
        this.nanos = new long[arrivals.count()];
    }

    Answers run() {
        long start = System.nanoTime();
        List<Thread> working = IntStream.range(0, clients)
                .mapToObj(number -> new Thread(() -> work(start), "client-" + number))
                .toList();
        working.forEach(Thread::start);
        for (Thread client : working) {
            try {
                client.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return new Answers(replies, nanos, System.nanoTime() - start);
    }

    private void work(long start) {
        long end = start + arrivals.moments()[arrivals.count() - 1] + GRACE;
        try (Connection connection = new Connection(port, calls)) {
            for (int i = next.getAndIncrement(); i < arrivals.count(); i = next.getAndIncrement()) {
                long due = start + arrivals.moments()[i];
                String body = calls.body(i);
                await(due);
                replies[i] = System.nanoTime() < end ? connection.ask(body) : Reply.NONE;
                nanos[i] = System.nanoTime() - due;
            }
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
