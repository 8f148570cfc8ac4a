package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.precert.cases.CaseKeys;
import org.precert.cases.CaseStore;
import org.precert.cases.ExchangeLog;
import org.precert.cases.FirstDecision;
import org.precert.cases.Numbers;
import org.precert.cases.Submissions;
import org.precert.clocks.ClockTable;
import org.precert.evaluation.PolicyDesk;
import org.precert.pas.answer.ResponseWriter;
import org.precert.pas.call.RequestReader;
import org.precert.review.ChartFacts;
import org.precert.review.KeptReviews;
import org.precert.review.Rationale;
import org.precert.review.ReviewLedger;
import org.precert.review.Reviewer;
import org.precert.subscriptions.Publisher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PasProperties.class)
class PasConfiguration {

    private final ObjectMapper json;
    private final String baseUrl;
    private final PasProperties properties;

    PasConfiguration(ObjectMapper json, @Value("${precert.base-url}") String baseUrl, PasProperties properties) {
        this.json = json;
        this.baseUrl = baseUrl;
        this.properties = properties;
    }

    @Bean
    ClockTable clockTable(Clock clock) {
        try (InputStream yaml = Objects.requireNonNull(ClockTable.class.getResourceAsStream("/clocks.yaml"))) {
            return ClockTable.read(yaml, clock.getZone());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    RequestReader requestReader() {
        return new RequestReader(json);
    }

    @Bean
    RequestReview requestReview(ChartFacts facts, Reviewer reviewer) {
        return new RequestReview(json, facts, reviewer, properties.unspecificCodes());
    }

    @Bean
    Lines requestLines(PolicyDesk policies, Numbers numbers, KeptReviews kept, CaseStore cases) {
        FirstDecision first = new FirstDecision(
                new Rationale(policies), numbers, properties.contractDenials(), properties.authorizationDays());
        return new Lines(
                first,
                new EarlierWords(kept),
                new RequestedServices(properties.drugCodes()),
                new LineDoubts(new Repeats(cases), properties.unspecificCodes(), properties.formDays()),
                numbers,
                baseUrl);
    }

    @Bean
    Exchanges exchanges(ExchangeLog log) {
        return new Exchanges(log);
    }

    @Bean
    DueTimes dueTimes(ClockTable clocks) {
        return new DueTimes(clocks);
    }

    @Bean
    Answers pasAnswers(Supplier<String> ids, Clock clock) {
        return new Answers(json, new ResponseWriter(json), ids, clock, baseUrl, properties.contact());
    }

    @Bean
    FoundCases foundCases(Submissions submissions, RequestReader reader) {
        return new FoundCases(submissions, reader);
    }

    @Bean
    Restricted restricted(CaseKeys keys) {
        return new Restricted(keys);
    }

    @Bean
    Notifications pasNotifications(Publisher publisher, FoundCases found, Answers answers, Restricted restricted) {
        return new Notifications(publisher, found, answers, restricted);
    }

    @Bean
    CaseWatch caseWatch(CaseStore cases, Clock clock) {
        return new CaseWatch(cases, clock);
    }

    @Bean
    Rounds caseRounds(CaseWatch watch) {
        return new Rounds("case-watch", Duration.ofSeconds(20), watch::look);
    }

    @Bean
    PasCapability pasCapability(
            Clock clock,
            @Value("${precert.version:unknown}") String version,
            @Value("${precert.limits.pas-body:10MB}") DataSize mostBytes) {
        return new PasCapability(json, baseUrl, version, clock.instant().toString(), mostBytes.toBytes());
    }

    @Bean
    InquiryService inquiryService(
            CaseStore cases,
            FoundCases found,
            PolicyDesk policies,
            Answers answers,
            Restricted restricted,
            ReviewLedger ledger) {
        return new InquiryService(cases, found, policies, answers, restricted, ledger, json);
    }

    @Bean
    SubmitService submitService(
            Submissions submissions,
            CaseStore cases,
            CaseKeys keys,
            RequestReview review,
            Lines lines,
            DueTimes dueTimes,
            CaseAttachments documents,
            Numbers numbers,
            Answers answers,
            Reviewer reviewer,
            Exchanges exchanges,
            ReviewLedger ledger,
            PlatformTransactionManager transactions,
            Supplier<String> ids) {
        return new SubmitService(
                submissions,
                cases,
                keys,
                new NewCases(review, lines, dueTimes, documents, numbers, ids),
                new CaseUpdates(review, lines, dueTimes, documents),
                new PriorCases(cases),
                documents,
                answers,
                reviewer,
                exchanges,
                ledger,
                new TransactionTemplate(transactions),
                json,
                ids);
    }
}
