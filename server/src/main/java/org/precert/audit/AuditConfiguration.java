package org.precert.audit;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    /** What is configured wrongly is told at the start, not when it is swept. */
    @Bean
    KeepRules auditKeepRules(AuditProperties properties) {
        return new KeepRules(properties.keep());
    }

    @Bean
    Chains auditChains(JdbcTemplate jdbc) {
        return new Chains(jdbc);
    }

    @Bean
    AuditTrail auditTrail(Chains chains, PlatformTransactionManager transactions, Clock clock) {
        return new JdbcAuditTrail(chains, new TransactionTemplate(transactions), clock);
    }

    @Bean
    AuditCheck auditCheck(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new AuditCheck(jdbc, snapshot(transactions));
    }

    @Bean
    AuditLinks auditLinks(JdbcTemplate jdbc) {
        return new AuditLinks(jdbc);
    }

    @Bean
    NodeRecord nodeRecord(
            AuditTrail trail,
            Chains chains,
            AuditProperties properties,
            @Value("${precert.audit.node:${HOSTNAME:node}}") String node,
            @Value("${precert.version:unknown}") String version) {
        return new NodeRecord(trail, chains, node, version, properties.checkpointEvery());
    }

    static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return snapshot;
    }
}
