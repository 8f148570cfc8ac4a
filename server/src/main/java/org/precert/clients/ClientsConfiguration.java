package org.precert.clients;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

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
    Clients clients(ClientsProperties properties, Environment environment, Optional<KeyFetch> fetch, Clock clock) {
        Clients clients = Enrolment.of(properties.clients(), Trust.isDemo(environment), fetch, clock);
        if (clients.all().isEmpty() && Trust.in(environment, properties) == Trust.REQUIRED) {
            LOG.warn("No client is registered in precert.clients: every call is refused");
        }
        return clients;
    }

    @Bean
    SeenTokens seenTokens(JdbcTemplate jdbc, Clock clock) {
        return new SeenTokens(jdbc, clock, ClientsConfiguration::aside);
    }

    @Bean
    FilterRegistrationBean<CallerFilter> callerFilter(
            Clients clients, SeenTokens seen, Clock clock, ClientsProperties properties, Environment environment) {
        TokenCheck tokens = new TokenCheck(clients, seen, clock);
        CallerFilter filter = new CallerFilter(tokens, Trust.in(environment, properties), properties.baseUrl());
        FilterRegistrationBean<CallerFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(
                "/cds-services/*",
                "/dtr/*",
                "/pas/*",
                "/patient-access/*",
                // What forms are made of, and the operations that stand there; and the further pages of a search.
                "/fhir/Questionnaire/*",
                "/fhir/Library/*",
                "/fhir/ValueSet/*",
                "/fhir/$questionnaire-package",
                CallerFilter.PAGES);
        registration.setOrder(ORDER);
        return registration;
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "seen-tokens");
        thread.setDaemon(true);
        thread.start();
    }
}
