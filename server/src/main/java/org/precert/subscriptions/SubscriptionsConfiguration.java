package org.precert.subscriptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.precert.audit.AuditTrail;
import org.precert.clients.Clients;
import org.precert.outgoing.OutgoingHttp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationsProperties.class)
class SubscriptionsConfiguration {

    @Bean
    Endpoints notificationEndpoints(@Value("${precert.demo:false}") boolean demo) {
        return new Endpoints(demo);
    }

    @Bean
    Subscriptions subscriptions(JdbcTemplate jdbc, ObjectMapper json) {
        return new Subscriptions(jdbc, json);
    }

    @Bean
    Events subscriptionEvents(JdbcTemplate jdbc) {
        return new Events(jdbc);
    }

    @Bean
    Deliveries deliveries(JdbcTemplate jdbc, Supplier<String> ids) {
        return new Deliveries(jdbc, ids);
    }

    @Bean
    NotificationWriter notificationWriter(
            ObjectMapper json, Clock clock, Supplier<String> ids, @Value("${precert.base-url}") String baseUrl) {
        return new NotificationWriter(json, clock, ids, baseUrl);
    }

    @Bean
    Receivers receivers(OutgoingHttp http, Clients clients, Endpoints endpoints, ObjectMapper json) {
        return new Receivers(http, clients, endpoints, json);
    }

    @Bean
    Delivery delivery(
            Subscriptions subscriptions,
            Events events,
            Deliveries deliveries,
            NotificationWriter writer,
            Receivers receivers,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            AuditTrail audit,
            Clock clock,
            NotificationsProperties properties) {
        return new Delivery(
                subscriptions,
                events,
                deliveries,
                writer,
                receivers,
                new TransactionTemplate(transactions),
                new BackOff(() -> ThreadLocalRandom.current().nextDouble()),
                meters,
                audit,
                clock,
                properties.giveUpAfter());
    }

    @Bean(destroyMethod = "close")
    Outbox outbox(
            Deliveries deliveries,
            Delivery delivery,
            Subscriptions subscriptions,
            Events events,
            Clock clock,
            NotificationsProperties properties) {
        Housekeeping housekeeping = new Housekeeping(subscriptions, events, clock, properties);
        return new Outbox(deliveries, delivery, housekeeping, clock, properties.pause());
    }

    /** Nothing is sent before the server is ready. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> outboxStart(Outbox outbox) {
        return ready -> outbox.start();
    }

    @Bean
    Publisher publisher(
            Subscriptions subscriptions,
            Events events,
            Clients clients,
            PlatformTransactionManager transactions,
            Clock clock,
            Outbox outbox) {
        return new Publisher(
                subscriptions, events, clients, new TransactionTemplate(transactions), clock, outbox::wake);
    }

    @Bean
    SubscriptionService subscriptionService(
            Endpoints endpoints,
            Subscriptions subscriptions,
            Events events,
            Deliveries deliveries,
            NotificationWriter writer,
            PlatformTransactionManager transactions,
            ObjectMapper json,
            Clock clock,
            Supplier<String> ids,
            Outbox outbox) {
        return new SubscriptionService(
                new SubscriptionReader(json, endpoints),
                subscriptions,
                events,
                deliveries,
                writer,
                new TransactionTemplate(transactions),
                clock,
                ids,
                outbox::wake);
    }

    @Bean
    SubscriptionView subscriptionView(ObjectMapper json, NotificationWriter writer) {
        return new SubscriptionView(json, writer);
    }

    @Bean
    NotificationsEndpoint notificationsEndpoint(JdbcTemplate jdbc) {
        return new NotificationsEndpoint(new Undelivered(jdbc));
    }
}
