package org.precert.sight;

import java.util.Map;

/**
 * @param endpoint as in {@code http://collector:4318/v1/traces}
 * @param headers of each request to it
 * @param probability the share of the traces that are sent
 */
record TracingSettings(String endpoint, Map<String, String> headers, double probability) {

    TracingSettings {
        headers = Map.copyOf(headers);
    }

    /** The headers may be keys. */
    @Override
    public String toString() {
        return endpoint;
    }
}
