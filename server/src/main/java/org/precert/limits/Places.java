package org.precert.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** So many calls are worked on at once by this node, and one caller has half of them at most. Nobody waits. */
final class Places {

    private final int most;
    private final int share;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, AtomicInteger> byCaller = new ConcurrentHashMap<>();

    Places(int most) {
        if (most < 2) {
            throw new IllegalArgumentException("precert.limits.in-flight is 2 at least");
        }
        this.most = most;
        this.share = most / 2;
    }

    /** @return whether there was a place; who got one leaves it */
    boolean enter() {
        return entered(taken, most);
    }

    void leave() {
        taken.decrementAndGet();
    }

    /** Of somebody who has a place, once it is known who that is. */
    boolean enter(String caller) {
        return entered(byCaller.computeIfAbsent(caller, any -> new AtomicInteger()), share);
    }

    void leave(String caller) {
        AtomicInteger places = byCaller.get(caller);
        if (places != null) {
            places.decrementAndGet();
        }
    }

    private static boolean entered(AtomicInteger places, int limit) {
        int before = places.getAndUpdate(now -> now < limit ? now + 1 : now);
        return before < limit;
    }
}
