package org.precert.cases.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.precert.cases.CaseHistories;
import org.precert.evaluation.PolicyDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code precert.metrics.public} serves the public page; {@code precert.metrics.smallest-cell} is the least count that it shows;
 * {@code precert.pas.contracts} says who belongs to which contract.
 */
@Configuration(proxyBeanMethods = false)
class CountingSettings {

    private static final Duration KEPT = Duration.ofMinutes(5);

    @Bean
    PayerZone payerZone(@Value("${precert.pas.zone:}") String zone, Clock clock) {
        return new PayerZone(zone.isEmpty() ? clock.getZone() : ZoneId.of(zone));
    }

    @Bean
    Reporter metricsReporter(
            CaseHistories histories,
            PolicyDesk policies,
            Clock clock,
            Environment environment,
            @Value("${precert.metrics.smallest-cell:11}") int smallestCell) {
        return new Reporter(
                new Stories(histories, clock, KEPT),
                policies.book(),
                new Contracts(contracts(environment)),
                new SmallCells(smallestCell));
    }

    static List<Contract> contracts(Environment environment) {
        return Binder.get(environment)
                .bind("precert.pas.contracts", Bindable.listOf(Contract.class))
                .orElse(List.of());
    }

    @Bean
    JsonReport metricsJson(ObjectMapper json) {
        return new JsonReport(json);
    }

    @Bean
    PasEndpoint pasEndpoint(CaseHistories histories, JdbcTemplate jdbc, Clock clock) {
        return new PasEndpoint(histories, new ExchangeCounts(jdbc), clock);
    }
}
