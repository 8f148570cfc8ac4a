package org.precert.sight;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.precert.evaluation.PolicyDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SightConfiguration {

    private static final String ENDPOINT = "management.otlp.tracing.endpoint";
    private static final int MOST_THAT_HANG = 4;

    SightConfiguration() {
        Thread.setDefaultUncaughtExceptionHandler(new Uncaught());
    }

    /** Health by door is put together of these: management.endpoint.health.group. */
    @Bean("policiesHealthIndicator")
    HealthIndicator policiesHealth(PolicyDesk policies) {
        return () -> health(policies.canBeAsked());
    }

    @Bean("ledgerHealthIndicator")
    HealthIndicator ledgerHealth(DataSource database, @Value("${precert.probe-limit:2s}") Duration limit) {
        ThreadPoolExecutor beside =
                new ThreadPoolExecutor(0, MOST_THAT_HANG, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "ledger-check");
                    thread.setDaemon(true);
                    return thread;
                });
        Check check = new Check(new LedgerCheck(database, limit), limit, beside, System::nanoTime);
        return () -> health(check.works());
    }

    @Bean("workersHealthIndicator")
    HealthIndicator workersHealth(ObjectProvider<Worker> workers) {
        return () -> health(workers.stream().allMatch(Worker::isAtWork));
    }

    private static Health health(boolean good) {
        return (good ? Health.up() : Health.down()).build();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(ENDPOINT)
    static class ToACollector {

        @Bean
        CommitSpans commitSpans() {
            return new CommitSpans();
        }

        @Bean(destroyMethod = "close")
        Collector collector(
                Environment environment,
                @Value("${precert.version:unknown}") String version,
                @Value("${precert.audit.node:${HOSTNAME:node}}") String node) {
            Map<String, String> headers = Binder.get(environment)
                    .bind("management.otlp.tracing.headers", Bindable.mapOf(String.class, String.class))
                    .orElse(Map.of());
            double probability = environment.getProperty("management.tracing.sampling.probability", Double.class, 0.1);
            return new Collector(
                    new TracingSettings(environment.getRequiredProperty(ENDPOINT), headers, probability),
                    version,
                    node);
        }
    }
}
