package org.precert.staff;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffProperties.class)
class StaffConfiguration {

    /** After the limit of the body, which comes first of all, and before everything that looks at a request. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    /** Where a provider signs staff in, the keys of the configuration sign in nobody. */
    @Bean
    FilterRegistrationBean<StaffFilter> staffFilter(StaffProperties properties, ObjectProvider<SignIn> provider) {
        SignIn signIn = provider.getIfAvailable(() -> new KeySignIn(Hiring.of(properties.staff())));
        FilterRegistrationBean<StaffFilter> registration = new FilterRegistrationBean<>(new StaffFilter(signIn));
        registration.addUrlPatterns("/review-desk", "/review-desk/*", "/audit/*", "/admin/*");
        registration.setOrder(ORDER);
        return registration;
    }
}
