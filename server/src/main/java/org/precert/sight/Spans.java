package org.precert.sight;

/**
 * Where work tells that it begins. As with loggers, who is traced does not know by whom: without a collector, by nobody, and that
 * costs nothing. What is told is {@link Work} and {@link Fact} alone.
 */
public final class Spans {

    private static volatile Tracing tracing = Tracing.OFF;

    private Spans() {}

    /** Of a request that has just come. */
    public static Span arrival(Correlation correlation) {
        return tracing.arrival(correlation);
    }

    /** Inside of what this thread does. */
    public static Span begin(Work work) {
        return tracing.begin(work);
    }

    /** Inside of what this thread does, to be ended by any thread. */
    public static Span beside(Work work) {
        return tracing.beside(work);
    }

    static void go(Tracing next) {
        tracing = next;
    }
}
