package org.precert.tokens;

import java.time.Clock;
import org.precert.clients.Clients;
import org.precert.clients.Trust;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class TokensConfiguration {

    /** After the limit of the body, which comes first of all, and before everything that looks at a request. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    AccessTokens accessTokens(JdbcTemplate jdbc, Clock clock) {
        return new AccessTokens(jdbc, clock, TokensConfiguration::aside);
    }

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(
            AccessTokens tokens, Clients clients, Trust trust, Environment environment) {
        FilterRegistrationBean<AccessFilter> registration =
                new FilterRegistrationBean<>(new AccessFilter(tokens, clients, trust));
        registration.addUrlPatterns("/dtr/*", "/pas/*", "/patient-access/*");
        if (environment.getProperty("precert.fhir.open", Boolean.class, false)) {
            // In demonstrations anybody reads the store; these are what forms are made of, and the operations.
            registration.addUrlPatterns(
                    "/fhir/Questionnaire/*", "/fhir/Library/*", "/fhir/ValueSet/*", "/fhir/$questionnaire-package");
        } else {
            registration.addUrlPatterns("/fhir/*");
        }
        registration.setOrder(ORDER);
        return registration;
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "access-tokens");
        thread.setDaemon(true);
        thread.start();
    }
}
