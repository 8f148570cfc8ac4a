package org.precert.cases;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class CasesConfiguration {

    @Bean
    CaseStore cases(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<CaseListener> listeners,
            Clock clock) {
        return new CaseStore(
                jdbc,
                new TransactionTemplate(transactions),
                listeners.orderedStream().toList(),
                clock);
    }

    @Bean
    CaseKeys caseKeys(JdbcTemplate jdbc) {
        return new CaseKeys(jdbc);
    }

    @Bean
    Submissions submissions(JdbcTemplate jdbc) {
        return new Submissions(jdbc);
    }

    @Bean
    Attachments attachments(JdbcTemplate jdbc) {
        return new Attachments(jdbc);
    }

    @Bean
    Numbers numbers() {
        return new Numbers();
    }
}
