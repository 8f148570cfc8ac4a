package org.precert.outgoing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A gate for each destination; those that nobody went through for longest are forgotten when there are too many. */
final class Gates {

    private static final int MOST = 1_000;

    private final Limits limits;
    private final LongSupplier nanos;
    private final Map<Destination, Gate> gates = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Destination, Gate> eldest) {
            return size() > MOST;
        }
    };

    Gates(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    synchronized Gate of(Destination destination) {
        return gates.computeIfAbsent(destination, each -> new Gate(limits, nanos));
    }
}
