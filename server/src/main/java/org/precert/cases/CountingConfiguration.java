package org.precert.cases;

import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What metrics are made of. */
@Configuration(proxyBeanMethods = false)
class CountingConfiguration {

    @Bean
    CaseHistories caseHistories(JdbcTemplate jdbc) {
        return new CaseHistories(jdbc);
    }

    @Bean
    ExchangeLog exchangeLog(JdbcTemplate jdbc, Supplier<String> ids) {
        return new ExchangeLog(jdbc, ids);
    }
}
