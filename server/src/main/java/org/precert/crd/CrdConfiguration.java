package org.precert.crd;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.precert.clients.Clients;
import org.precert.coverage.GuideVersion;
import org.precert.crd.answer.FormCompletion;
import org.precert.crd.answer.HookAnswers;
import org.precert.crd.call.HookCallReader;
import org.precert.crd.chart.Charts;
import org.precert.crd.chart.ReadableBases;
import org.precert.crd.wire.HookResponseWriter;
import org.precert.evaluation.PolicyDesk;
import org.precert.forms.FormBook;
import org.precert.outgoing.OutgoingHttp;
import org.precert.policy.Payer;
import org.precert.review.ChartFacts;
import org.precert.review.Rationale;
import org.precert.review.ReviewLedger;
import org.precert.review.Reviewer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CrdProperties.class)
class CrdConfiguration {

    @Bean
    HookCallReader hookCallReader(ObjectMapper json) {
        return new HookCallReader(json);
    }

    @Bean
    Charts charts(
            OutgoingHttp http,
            ObjectMapper json,
            Clients clients,
            ChartFacts facts,
            @Value("${precert.demo:false}") boolean demo) {
        return new Charts(http, json, new ReadableBases(clients, demo), facts);
    }

    /** What the clients are registered for must be there, before any of them calls. */
    @Bean
    SmartInitializingSingleton servedClients(Clients clients, PolicyDesk policies) {
        return () -> {
            Set<String> payers =
                    policies.book().payers().stream().map(Payer::key).collect(Collectors.toSet());
            clients.require(
                    payers::contains, version -> GuideVersion.of(version).isPresent());
        };
    }

    @Bean
    Discovery discovery(ObjectMapper json) {
        return new Discovery(json);
    }

    @Bean
    FormCompletion formCompletion(FormBook forms) {
        return new FormCompletion(forms);
    }

    @Bean
    HookService hookService(
            Charts charts,
            ChartFacts facts,
            Reviewer reviewer,
            ReviewLedger ledger,
            PolicyDesk policies,
            FormCompletion forms,
            ObjectMapper json,
            Supplier<String> ids,
            CrdProperties properties,
            Clock clock,
            @Value("${precert.base-url}") String baseUrl) {
        return new HookService(
                charts,
                facts,
                reviewer,
                ledger,
                new HookAnswers(new Rationale(policies), forms, baseUrl),
                new HookResponseWriter(json, ids),
                properties.fetchDeadline(),
                clock);
    }
}
