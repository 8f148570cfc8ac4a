package org.precert.platform;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code precert.*}
 *
 * @param baseUrl where clients reach this server, without a slash at the end
 * @param demo whether the demonstration payer and the demo data are served
 */
@ConfigurationProperties("precert")
record PrecertProperties(
        String baseUrl,
        @DefaultValue("false") boolean demo,
        @DefaultValue Policies policies) {

    /**
     * @param dir a folder of payers and policies, and of terminology, beside the ones that are built in
     * @param timeLimit of one evaluation
     */
    record Policies(
            @Nullable Path dir, @DefaultValue("1500ms") Duration timeLimit) {}
}
