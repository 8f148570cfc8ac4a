package org.precert.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.function.Supplier;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.PolicyDesk;
import org.precert.review.Rationale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    JdbcLedger ledger(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            PolicyDesk policies,
            ObjectMapper json,
            Clock clock,
            Supplier<String> ids,
            @Value("${precert.engine}") String engine) {
        return new JdbcLedger(
                jdbc,
                new TransactionTemplate(transactions),
                new Explanation(json, new Rationale(policies)),
                json,
                clock,
                ids,
                engine);
    }

    @Bean
    Replay replay(PolicyDesk policies, FactsReader facts) {
        return new Replay(policies, facts);
    }
}
