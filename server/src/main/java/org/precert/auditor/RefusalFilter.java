package org.precert.auditor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.precert.audit.AuditEntry;
import org.precert.audit.Who;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.sight.Area;
import org.precert.staff.Staff;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sees that somebody was turned away, whoever did it, by the status of the answer. */
final class RefusalFilter extends OncePerRequestFilter {

    private static final Set<Integer> TURNED_AWAY =
            Set.of(HttpServletResponse.SC_UNAUTHORIZED, HttpServletResponse.SC_FORBIDDEN);

    private final Refusals refusals;

    RefusalFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (TURNED_AWAY.contains(response.getStatus())) {
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            try {
                refusals.add(new Refusals.Kind(area(request), response.getStatus(), why(request)), who(request));
            } finally {
                RequestContextHolder.resetRequestAttributes();
            }
        }
    }

    /** The first part of the path, if it is one of ours: the rest may be anything. */
    private static String area(HttpServletRequest request) {
        return Area.of(request.getRequestURI());
    }

    private static String why(HttpServletRequest request) {
        return request.getAttribute(AuditEntry.Refused.WHY) instanceof String why ? why : "";
    }

    private static Who who(HttpServletRequest request) {
        if (request.getAttribute(Staff.ATTRIBUTE) instanceof Staff staff) {
            return staff.person().audited();
        }
        return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                ? caller.known().map(Client::id).map(Who::client).orElseGet(Who::nobody)
                : Who.nobody();
    }
}
