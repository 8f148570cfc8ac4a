package org.precert.clients;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientsProperties.class)
class ClientsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClientsConfiguration.class);

    /** After the limit of the body, which comes first of all, and before everything that looks at a request. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    static StartGuard startGuard(Environment environment) {
        return new StartGuard(environment);
    }

    @Bean
    Trust trust(ClientsProperties properties, Environment environment) {
        return Trust.in(environment, properties);
    }

    @Bean
    Clients clients(ClientsProperties properties, Environment environment, Optional<KeyFetch> fetch, Clock clock) {
        return Enrolment.of(properties.clients(), Trust.isDemo(environment), fetch, clock);
    }

    @Bean
    ClientRegistry clientRegistry(
            Clients clients,
            ClientsProperties properties,
            Environment environment,
            Optional<KeyFetch> fetch,
            JdbcTemplate jdbc,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<ClientChange> listeners,
            Clock clock) {
        ClientRegistry registry = new ClientRegistry(
                clients,
                properties.clients(),
                () -> new Enrolment(Trust.isDemo(environment), fetch, clock),
                new ClientRows(jdbc),
                new TransactionTemplate(transactions.getIfAvailable(
                        () -> new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource())))),
                listeners::orderedStream,
                clock);
        registry.refresh();
        if (clients.all().isEmpty() && Trust.in(environment, properties) == Trust.REQUIRED) {
            LOG.warn("No client is registered in precert.clients or the database: every call is refused");
        }
        return registry;
    }

    @Bean
    RegistryWatch registryWatch(ClientRegistry registry, ClientsProperties properties) {
        return new RegistryWatch(registry, properties.registry().poll());
    }

    @Bean
    SeenTokens seenTokens(JdbcTemplate jdbc, Clock clock) {
        return new SeenTokens(jdbc, clock, ClientsConfiguration::aside);
    }

    @Bean
    ClientAssertions clientAssertions(Clients clients, SeenTokens seen, Clock clock) {
        return new ClientAssertions(new TokenCheck(clients, seen, clock));
    }

    @Bean
    FilterRegistrationBean<CallerFilter> callerFilter(
            Clients clients, SeenTokens seen, Clock clock, Trust trust, ClientsProperties properties) {
        TokenCheck tokens = new TokenCheck(clients, seen, clock);
        CallerFilter filter = new CallerFilter(tokens, trust, properties.baseUrl());
        FilterRegistrationBean<CallerFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/cds-services/*");
        registration.setOrder(ORDER);
        return registration;
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "seen-tokens");
        thread.setDaemon(true);
        thread.start();
    }
}
