package org.precert.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets browser clients of the listed origins in, at the doors that they call. Before all other filters, so that a page can read why it was
 * refused; no cookie is ever taken.
 */
@Configuration(proxyBeanMethods = false)
class BrowserClients {

    private static final Pattern DOORS = Pattern.compile("/(?:cds-services(?:/.*)?|dtr/.*|fhir/.*)");

    private static final List<String> HEADERS = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_NONE_MATCH,
            "Prefer",
            "X-Request-Id");

    @Bean
    FilterRegistrationBean<CorsFilter> browserClientsFilter(
            @Value("${precert.crd.allowed-origins:}") List<String> origins, PrecertProperties properties) {
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(filter(origins, properties.demo()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** @param demo whether an origin may stand for many */
    static CorsFilter filter(List<String> origins, boolean demo) {
        CorsConfiguration allowed = new CorsConfiguration();
        if (demo) {
            allowed.setAllowedOriginPatterns(origins);
        } else {
            origins.forEach(BrowserClients::requireExact);
            allowed.setAllowedOrigins(origins);
        }
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        allowed.setAllowedHeaders(HEADERS);
        allowed.setExposedHeaders(
                List.of(HttpHeaders.ETAG, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER, "X-Request-Id"));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(Duration.ofMinutes(30));
        return new CorsFilter(request -> DOORS.matcher(path(request)).matches() ? allowed : null);
    }

    /** As a browser writes it: {@code https://ehr.example}, with a port if need be. */
    private static void requireExact(String origin) {
        if (!origin.matches("https://[a-z0-9.-]+(?::\\d{1,5})?")) {
            throw new IllegalStateException("precert.crd.allowed-origins has what is not one https origin, as in "
                    + "https://ehr.example: neither * nor a path nor a pattern is taken outside of the demo profile");
        }
    }

    /** The whole of it: patterns of Spring would see no {@code /fhir} where that is the path of a servlet. */
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
