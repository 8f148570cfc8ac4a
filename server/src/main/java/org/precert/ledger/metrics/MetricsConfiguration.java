package org.precert.ledger.metrics;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    CrdEndpoint crdEndpoint(JdbcTemplate jdbc, Clock clock) {
        return new CrdEndpoint(new LedgerCounts(jdbc), clock);
    }
}
