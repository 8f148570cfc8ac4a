package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.precert.cases.Attachments;
import org.precert.cases.CaseDocuments;
import org.precert.cases.CaseStore;
import org.precert.clients.Clients;
import org.precert.evaluation.PolicyDesk;
import org.precert.pas.attachment.AttachmentCallReader;
import org.precert.review.ReviewLedger;
import org.precert.review.Reviewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents that come beside requests. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    @Bean
    AttachmentCallReader attachmentCallReader(ObjectMapper json) {
        return new AttachmentCallReader(json);
    }

    @Bean
    CaseAttachments caseAttachments(
            Attachments store, AttachmentCallReader reader, PasProperties properties, Clock clock) {
        return new CaseAttachments(store, reader, clock, properties.documentsHeld());
    }

    @Bean
    CaseDocuments caseDocuments(Attachments store, AttachmentCallReader reader, ObjectMapper json) {
        return new ReadDocuments(store, reader, json);
    }

    @Bean
    ArrivalLedger arrivalLedger(
            Reviewer reviewer,
            ReviewLedger ledger,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            ObjectMapper json) {
        return new ArrivalLedger(reviewer, ledger, new TransactionTemplate(transactions), meters, json);
    }

    @Bean
    AttachmentService attachmentService(
            Attachments store,
            CaseAttachments documents,
            CaseStore cases,
            PolicyDesk policies,
            FoundCases found,
            RequestReview review,
            Lines lines,
            ArrivalLedger ledger,
            Supplier<String> ids) {
        return new AttachmentService(
                store,
                documents,
                cases,
                new Addressee(cases, policies),
                found,
                new DocumentReview(review, lines, new Unread(policies.factTypes())),
                ledger,
                ids);
    }

    @Bean
    HeldWatch heldWatch(
            Attachments store,
            AttachmentService service,
            Clients clients,
            PasProperties properties,
            ObjectMapper json,
            Clock clock) {
        return new HeldWatch(store, service, clients, properties, json, clock);
    }

    @Bean
    Rounds heldRounds(HeldWatch watch) {
        return new Rounds("held-documents", Duration.ofMinutes(1), watch::look);
    }
}
