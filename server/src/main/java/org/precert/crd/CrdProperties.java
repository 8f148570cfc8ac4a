package org.precert.crd;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code precert.crd.*}
 *
 * @param version of the guide, as major and minor, for calls and clients that name none
 * @param fetchDeadline for everything that one call has to fetch
 * @param reviewDeadline after which no further order of a call is reviewed: with the time limit of one evaluation added,
 *     each answer leaves in less than the 5 s of the guide
 */
@ConfigurationProperties("precert.crd")
record CrdProperties(
        @DefaultValue("2.0") String version,
        @DefaultValue("2200ms") Duration fetchDeadline,
        @DefaultValue("2700ms") Duration reviewDeadline) {}
