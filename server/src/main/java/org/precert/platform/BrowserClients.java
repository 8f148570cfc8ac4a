package org.precert.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets browser clients of the listed origins in. Before all other filters, so that a page can read why it was refused; no
 * cookie is ever taken.
 */
@Configuration(proxyBeanMethods = false)
class BrowserClients {

    private static final List<String> DOORS = List.of("/cds-services", "/dtr/", "/fhir/");

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
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(
                request -> fhirOpen || DOORS.stream().anyMatch(path(request)::startsWith) ? allowed : null));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** The whole of it: patterns of Spring would see no {@code /fhir} where that is the path of a servlet. */
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
