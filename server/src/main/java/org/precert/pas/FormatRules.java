package org.precert.pas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.precert.clients.Caller;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** JSON in UTF-8 comes in and goes out, and nothing else: PAS 2.2.1, spec-11. A lenient door takes a body that says nothing of itself. */
final class FormatRules implements HandlerInterceptor {

    private static final List<MediaType> SPOKEN =
            List.of(MediaType.parseMediaType("application/fhir+json"), MediaType.APPLICATION_JSON);

    private static final Set<String> FORMATS = Set.of("json", "application/fhir+json", "application/json");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");
    private static final String SEARCH = "/_search";
    private static final String FHIR_VERSION = "fhirVersion";

    private final boolean lenient;

    /** @param lenient where nobody says who calls */
    FormatRules(boolean lenient) {
        this.lenient = lenient;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        accept(request);
        // A search comes as a form, which its mapping asks for.
        if (WITH_BODY.contains(request.getMethod()) && !request.getRequestURI().endsWith(SEARCH)) {
            content(request);
        }
        return true;
    }

    private void content(HttpServletRequest request) {
        String header = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
        if (header.isBlank() && isLenient(request)) {
            return;
        }
        MediaType type = read(header).orElseThrow(FormatRules::unsupported);
        boolean utf8 = type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
        if (!utf8 || !isSpoken(type) || type.isWildcardType() || type.isWildcardSubtype()) {
            throw unsupported();
        }
    }

    /** FHIR's parameter counts more than the header. */
    private static void accept(HttpServletRequest request) {
        // In the query alone: asked for as a parameter, a form would be read for it.
        Optional<String> format = Optional.ofNullable(request.getQueryString())
                .map(query -> UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst("_format"))
                .map(value -> UriUtils.decode(value, StandardCharsets.UTF_8));
        boolean acceptable = format.map(FORMATS::contains).orElseGet(() -> isAccepted(request));
        if (!acceptable) {
            throw new InvalidRequest(
                    Kind.NOT_ACCEPTABLE, format.isPresent() ? "_format" : HttpHeaders.ACCEPT, "Answers are JSON alone");
        }
    }

    private static boolean isAccepted(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (headers.stream().allMatch(String::isBlank)) {
            return true;
        }
        try {
            return MediaType.parseMediaTypes(headers).stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .anyMatch(FormatRules::isSpoken);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isSpoken(MediaType type) {
        String version = type.getParameter(FHIR_VERSION);
        return SPOKEN.stream().anyMatch(type::includes) && (version == null || version.startsWith("4.0"));
    }

    private static Optional<MediaType> read(String header) {
        try {
            return Optional.of(MediaType.parseMediaType(header.toLowerCase(Locale.ROOT)));
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private static InvalidRequest unsupported() {
        return new InvalidRequest(
                Kind.UNSUPPORTED, HttpHeaders.CONTENT_TYPE, "This door takes JSON in UTF-8: application/fhir+json");
    }

    private boolean isLenient(HttpServletRequest request) {
        return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                ? caller.known().map(client -> client.pas().lenient()).orElse(lenient)
                : lenient;
    }
}
