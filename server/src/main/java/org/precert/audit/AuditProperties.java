package org.precert.audit;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code precert.audit}.
 *
 * @param keep for how long, by kind of entry or "default", such as P10Y; nothing: for ever
 * @param checkpointEvery how often a node records where all chains end
 */
@ConfigurationProperties("precert.audit")
record AuditProperties(
        @DefaultValue Map<String, Period> keep,
        @DefaultValue("1h") Duration checkpointEvery) {

    AuditProperties {
        keep = Map.copyOf(keep);
    }
}
