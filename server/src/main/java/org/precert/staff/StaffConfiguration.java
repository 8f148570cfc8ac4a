package org.precert.staff;

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

    @Bean
    StaffDirectory staffDirectory(StaffProperties properties) {
        return Hiring.of(properties.staff());
    }

    @Bean
    FilterRegistrationBean<StaffFilter> staffFilter(StaffDirectory directory) {
        FilterRegistrationBean<StaffFilter> registration = new FilterRegistrationBean<>(new StaffFilter(directory));
        registration.addUrlPatterns("/review-desk", "/review-desk/*", "/audit/*", "/admin/*");
        registration.setOrder(ORDER);
        return registration;
    }
}
