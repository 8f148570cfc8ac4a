package org.precert.sight;

/** Takes spans. */
interface Tracing {

    Tracing OFF = new Tracing() {
        @Override
        public Span arrival(Correlation correlation) {
            return Span.NONE;
        }

        @Override
        public Span begin(Work work) {
            return Span.NONE;
        }

        @Override
        public Span beside(Work work) {
            return Span.NONE;
        }
    };

    Span arrival(Correlation correlation);

    Span begin(Work work);

    Span beside(Work work);
}
