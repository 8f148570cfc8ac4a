package org.precert.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import org.precert.audit.AuditTrail;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.PolicyDesk;
import org.precert.review.PolicyTexts;
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
    StoredJson storedJson(ObjectMapper json) {
        return new StoredJson(json);
    }

    @Bean
    JdbcLedger ledger(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            PolicyDesk policies,
            StoredJson json,
            MeterRegistry meters,
            AuditTrail audit,
            Clock clock,
            Supplier<String> ids,
            @Value("${precert.engine}") String engine) {
        return new JdbcLedger(
                jdbc,
                new TransactionTemplate(transactions),
                new Explanation(json.mapper(), new Rationale(policies)),
                json,
                new CallMeter(meters),
                audit,
                clock,
                ids,
                engine);
    }

    @Bean
    StoredReviews storedReviews(JdbcTemplate jdbc, StoredJson json) {
        return new StoredReviews(jdbc, json);
    }

    @Bean
    LedgerReviews ledgerReviews(StoredReviews reviews, StoredJson json) {
        return new LedgerReviews(reviews, json);
    }

    @Bean
    LedgerExplanations ledgerExplanations(StoredReviews reviews, AccessLog accesses) {
        return new LedgerExplanations(reviews, accesses);
    }

    @Bean
    JdbcFeedback feedbackLedger(JdbcTemplate jdbc, StoredJson json, Clock clock) {
        return new JdbcFeedback(jdbc, json, clock);
    }

    @Bean
    AccessLog accessLog(JdbcTemplate jdbc, Clock clock, Supplier<String> ids) {
        return new AccessLog(jdbc, clock, ids);
    }

    @Bean
    Replay replay(PolicyDesk policies, FactsReader facts, StoredJson json) {
        return new Replay(policies, facts, json);
    }

    @Bean
    DisputePackets disputePackets(
            StoredJson json,
            Replay replay,
            JdbcFeedback feedback,
            PolicyTexts texts,
            Clock clock,
            @Value("${precert.version:unknown}") String version,
            @Value("${precert.engine}") String engine) {
        return new DisputePackets(json, replay, feedback, texts, new PacketMaker(version, engine), clock);
    }
}
