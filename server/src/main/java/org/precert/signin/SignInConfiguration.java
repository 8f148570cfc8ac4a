package org.precert.signin;

import java.time.Clock;
import org.precert.audit.AuditTrail;
import org.precert.outgoing.OutgoingHttp;
import org.precert.staff.SignIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a provider is configured; elsewhere no class of Spring Security is loaded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(SignInConfiguration.ISSUER)
@EnableConfigurationProperties(SignInProperties.class)
class SignInConfiguration {

    static final String ISSUER = "precert.sign-in.issuer";

    /** As the filter of the staff's doors. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private static final String SESSION = "precert-staff";
    private static final String HANDSHAKE = "precert-sign-in";

    @Bean
    Sessions staffSessions(JdbcTemplate jdbc, Clock clock, SignInProperties settings, Environment environment) {
        SignInRules.check(settings, isDemo(environment));
        return new Sessions(jdbc, clock, settings.session());
    }

    @Bean
    SignIn sessionSignIn(Sessions sessions, @Value("${precert.base-url}") String baseUrl) {
        return new SessionSignIn(sessions, cookies(SESSION, baseUrl));
    }

    @Bean
    FilterRegistrationBean<SignInFilter> signInFilter(
            SignInProperties settings,
            Sessions sessions,
            OutgoingHttp outgoing,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock,
            Environment environment,
            @Value("${precert.base-url}") String baseUrl) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Cookies session = cookies(SESSION, baseUrl);
        ProviderHttp http =
                new ProviderHttp(outgoing, isDemo(environment), isDemo(environment) || settings.privateNetwork());
        Provider provider = new Provider(settings, baseUrl + SignInFilter.CALLBACK, http, clock);
        SessionStart start = new SessionStart(new StaffReader(settings), sessions, session, audit, transaction);
        AuthenticationFailureHandler failed =
                (request, response, why) -> Pages.failed(request, response, SignInFailure.of(why));
        SignInFilter filter = new SignInFilter(
                provider,
                known -> SignInChain.of(known, http, cookies(HANDSHAKE, baseUrl), clock, start, failed),
                new SignOut(sessions, session, audit, transaction, baseUrl + "/review-desk/"));
        FilterRegistrationBean<SignInFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(SignInFilter.BEGIN, SignInFilter.BEGIN + "/*", SignInFilter.OUT);
        registration.setOrder(ORDER);
        return registration;
    }

    private static Cookies cookies(String name, String baseUrl) {
        return new Cookies(name, baseUrl.startsWith("https:"));
    }

    private static boolean isDemo(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo"));
    }
}
