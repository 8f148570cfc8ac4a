package org.precert.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No XML comes in anywhere, and none goes out: no entity, no stylesheet, no second parser with ways of its own. CDS services answer JSON
 * whatever they are asked for, as CDS Hooks wants it; PAS has rules that say more.
 */
final class JsonAlone extends OncePerRequestFilter {

    private static final String JSON = "application/fhir+json, application/json;q=0.9";

    private final Refusals refusals;

    JsonAlone(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Door door = Door.of(request);
        if (isXml(request.getContentType())) {
            refusals.refuse(response, door, Reason.XML_BODY, "whoever calls");
        } else if ((door == Door.FHIR || door == Door.DTR) && !isJsonWanted(request)) {
            refusals.refuse(response, door, Reason.NOT_JSON_WANTED, "whoever calls");
        } else {
            chain.doFilter(door == Door.FHIR ? new WantsJson(request) : request, response);
        }
    }

    private static boolean isXml(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).contains("xml");
    }

    /** FHIR's parameter counts more than the header. */
    private static boolean isJsonWanted(HttpServletRequest request) {
        List<String> formats = Optional.ofNullable(request.getParameterValues("_format"))
                .map(Arrays::asList)
                .orElse(List.of());
        if (!formats.isEmpty()) {
            return formats.stream().allMatch(JsonAlone::isJson);
        }
        List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .toList();
        return accepted.isEmpty()
                || accepted.stream()
                        .anyMatch(each -> isJson(each) || each.startsWith("*/*") || each.startsWith("application/*"));
    }

    private static boolean isJson(String type) {
        return type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** A browser names XML before anything else, and the FHIR store would follow. */
    private static final class WantsJson extends HttpServletRequestWrapper {

        WantsJson(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT) ? JSON : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT)
                    ? Collections.enumeration(List.of(JSON))
                    : super.getHeaders(name);
        }
    }
}
