package org.precert.platform;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.precert.evaluation.CodeSystems;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.PolicyDesk;
import org.precert.forms.FormBook;
import org.precert.limits.CallerJson;
import org.precert.review.ChartFacts;
import org.precert.review.PolicyTexts;
import org.precert.review.ReviewLedger;
import org.precert.review.Reviewer;
import org.precert.storage.PatientTransactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What every door shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrecertProperties.class)
class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    /** Takes the place of Spring Boot's, which would leave those out who listen to it. */
    @Bean
    JdbcTransactionManager transactionManager(
            DataSource database, ObjectProvider<TransactionExecutionListener> listeners) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        transactions.addListener(new PatientTransactions(database));
        listeners.orderedStream().forEach(transactions::addListener);
        return transactions;
    }

    /** Transactions are begun by hand here: to look for annotations in every bean would cost for nothing. */
    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /** Takes the place of Spring Boot's indicator of this name. */
    @Bean("dbHealthIndicator")
    HealthIndicator databaseHealth(DataSource database) {
        return new SeldomAsked(new DatabaseHealth(database), System::nanoTime);
    }

    @Bean
    Supplier<String> ids() {
        return () -> UUID.randomUUID().toString();
    }

    /** Reads what callers send: numbers keep their digits, a key must not come twice, nothing may follow the end. */
    @Bean
    ObjectMapper callerJson() {
        return JsonMapper.builder(CallerJson.factory())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .nodeFactory(new SaneNumbers())
                .build();
    }

    @Bean
    PolicyFolders policyFolders(PrecertProperties properties) {
        return PolicyFolders.load(Optional.ofNullable(properties.policies().dir()));
    }

    @Bean
    PolicyTexts policyTexts(PolicyFolders folders) {
        return folders::text;
    }

    @Bean
    PolicyDesk policyDesk(PolicyFolders folders, FhirContext fhir, PrecertProperties properties) {
        return folders.open(fhir, properties.policies().timeLimit(), properties.demo());
    }

    @Bean
    FormBook formBook(
            PolicyDesk policies, PolicyTexts texts, ObjectMapper json, @Value("${precert.base-url}") String baseUrl) {
        return new FormBook(policies, texts, json, baseUrl);
    }

    @Bean
    ChartFacts chartFacts(FactsReader facts, PolicyDesk policies) {
        return new ChartFacts(facts, policies);
    }

    @Bean
    FactsReader factsReader(PolicyFolders folders, FhirContext fhir) {
        return new FactsReader(fhir, new CodeSystems(folders.terminology()));
    }

    @Bean
    Reviewer reviewer(PolicyDesk policies, ReviewLedger ledger, Supplier<String> ids) {
        return new Reviewer(policies, ledger, ids);
    }
}
