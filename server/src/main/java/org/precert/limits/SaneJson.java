package org.precert.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at bodies that are read by somebody else's parser: the FHIR store's makes a gigabyte of {@code 1E999999999}, and guesses what it got
 * where nobody says. The doors with the large bodies read by {@link CallerJson} themselves, once.
 */
final class SaneJson extends OncePerRequestFilter {

    private static final Set<Door> ELSEWHERE = EnumSet.of(Door.FHIR, Door.DESK, Door.OTHER);

    private final Refusals refusals;

    SaneJson(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Door door = Door.of(request);
        if (ELSEWHERE.contains(door) && !isForm(request)) {
            byte[] body = request.getInputStream().readAllBytes();
            if (body.length > 0 && !CallerJson.isSane(body)) {
                refusals.refuse(response, door, Reason.NOT_SANE, "whoever calls");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isForm(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }
}
