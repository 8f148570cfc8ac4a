package org.precert.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.precert.evaluation.PolicyDesk;
import org.precert.policy.Policy;
import org.springframework.stereotype.Component;

/** {@code precert.policy}, always 1: which policies this node answers by. Nodes that differ here answer differently. */
@Component
final class PolicyMeters implements MeterBinder {

    private final PolicyDesk policies;

    PolicyMeters(PolicyDesk policies) {
        this.policies = policies;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        policies.book().policies().forEach(policy -> info(registry, policy));
    }

    private static void info(MeterRegistry registry, Policy policy) {
        Gauge.builder("precert.policy.info", () -> 1)
                .description("The policies that are read, and the SHA-256 of what can change their answers")
                .tag("policy", policy.id())
                .tag("version", policy.version())
                .tag("hash", policy.contentHash())
                .register(registry);
    }
}
