package org.precert.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Looks names up beside the requests. A name is looked up once at a time, so one that hangs holds one thread, however
 * many ask for it.
 */
final class Names implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int MOST_WAITING = 256;

    private final NameLookup lookup;
    private final ThreadPoolExecutor threads = Threads.pool("outgoing-names", THREADS, MOST_WAITING);
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> running = new ConcurrentHashMap<>();

    Names(NameLookup lookup) {
        this.lookup = lookup;
    }

    /** The addresses as the DNS gives them, unchecked; none if it knows none. Never fails. */
    CompletableFuture<List<InetAddress>> addresses(String host) {
        CompletableFuture<List<InetAddress>> mine = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> other = running.putIfAbsent(host, mine);
        if (other != null) {
            return other;
        }
        try {
            threads.execute(() -> tell(host, mine, lookUp(host)));
        } catch (RejectedExecutionException e) {
            tell(host, mine, List.of());
        }
        return mine;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void tell(String host, CompletableFuture<List<InetAddress>> asked, List<InetAddress> found) {
        running.remove(host, asked);
        asked.complete(found);
    }

    private List<InetAddress> lookUp(String host) {
        try {
            return List.of(lookup.addresses(host));
        } catch (UnknownHostException | RuntimeException e) {
            return List.of();
        }
    }
}
