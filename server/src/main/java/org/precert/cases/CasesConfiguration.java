package org.precert.cases;

import java.time.Clock;
import org.precert.audit.AuditTrail;
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
            AuditTrail audit,
            Clock clock) {
        return new CaseStore(
                jdbc,
                new TransactionTemplate(transactions),
                listeners.orderedStream().toList(),
                audit,
                clock);
    }

    @Bean
    CaseKeys caseKeys(JdbcTemplate jdbc) {
        return new CaseKeys(jdbc);
    }

    @Bean
    Submissions submissions(JdbcTemplate jdbc, AuditTrail audit) {
        return new Submissions(jdbc, audit);
    }

    @Bean
    Attachments attachments(JdbcTemplate jdbc, AuditTrail audit) {
        return new Attachments(jdbc, audit);
    }

    @Bean
    Numbers numbers() {
        return new Numbers();
    }
}
