package org.precert.sight;

/** A piece of work under way. Ends when it is closed, by the thread that began it; unless it was begun beside. */
public interface Span extends AutoCloseable {

    /** For where nothing is traced. */
    Span NONE = new Span() {
        @Override
        public Span tell(Fact fact, String value) {
            return this;
        }

        @Override
        public void close() {
            // Nothing was begun.
        }
    };

    /** @param value never what a caller sent */
    Span tell(Fact fact, String value);

    @Override
    void close();
}
