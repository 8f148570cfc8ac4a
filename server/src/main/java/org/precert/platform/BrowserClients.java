package org.precert.platform;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets browser clients of the listed origins in. Before all other filters, so that a page can read why it was refused; no
 * cookie is ever taken.
 */
@Configuration(proxyBeanMethods = false)
class BrowserClients {

    @Bean
    FilterRegistrationBean<CorsFilter> browserClientsFilter(
            @Value("${precert.crd.allowed-origins:}") List<String> origins,
            @Value("${precert.fhir.open:false}") boolean fhirOpen) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOriginPatterns(origins);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        allowed.setAllowedHeaders(List.of("*"));
        allowed.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.WWW_AUTHENTICATE));
        allowed.setMaxAge(Duration.ofMinutes(30));
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/cds-services/**", allowed);
        if (fhirOpen) {
            paths.registerCorsConfiguration("/**", allowed);
        }
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(paths));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
