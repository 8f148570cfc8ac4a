package org.precert.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.precert.clients.Caller;
import org.precert.sight.Area;
import org.precert.sight.Correlation;
import org.precert.sight.Fact;
import org.precert.sight.FramesOnly;
import org.precert.sight.Span;
import org.precert.sight.Spans;
import org.precert.staff.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Around everything, also what Tomcat refuses by itself: gives each request its ids, and the log a line of it. The line has
 * nothing that a caller chose: the method is one that there is, the route is the pattern that was matched.
 */
final class RequestValve extends ValveBase implements AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.precert.requests");
    private static final String SPAN = "org.precert.sight.Span";
    private static final String NOBODY = "-";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private static final Set<String> PROBES = Set.of("/livez", "/readyz", "/actuator/health", "/actuator/health/**");

    RequestValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        FramesOnly.serve();
        Correlation correlation = Correlation.of(
                Collections.list(request.getHeaders("traceparent")),
                Collections.list(request.getHeaders(Correlation.HEADER)));
        correlation.enter();
        request.setAttribute(Correlation.ATTRIBUTE, correlation);
        request.setAttribute(SPAN, Spans.arrival(correlation));
        replace(request.getCoyoteRequest().getMimeHeaders(), correlation.requestId());
        response.setHeader(Correlation.HEADER, correlation.requestId());
        getNext().invoke(request, response);
    }

    /** Whoever reads it from here on, and HAPI answers with it, reads none that could tell of a patient. */
    private static void replace(MimeHeaders headers, String requestId) {
        try {
            headers.setValue(Correlation.HEADER).setString(requestId);
        } catch (IllegalStateException e) {
            LOG.debug("There is no room for one more header: nobody reads a request id of this one");
        }
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        try {
            String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
            String route = route(request);
            String client = client(request);
            tell(request, response, nanos, List.of(method, route, client));
            if (request.getAttribute(SPAN) instanceof Span span) {
                span.tell(Fact.METHOD, method)
                        .tell(Fact.ROUTE, route)
                        .tell(Fact.CLIENT, client)
                        .tell(Fact.STATUS, Integer.toString(response.getStatus()))
                        .close();
            }
        } finally {
            Correlation.leave();
        }
    }

    private static void tell(Request request, Response response, long nanos, List<String> who) {
        String route = who.get(1);
        LOG.atLevel(PROBES.contains(route) ? Level.DEBUG : Level.INFO)
                .addKeyValue("http.request.method", who.get(0))
                .addKeyValue("http.route", route)
                .addKeyValue("http.request.body.bytes", request.getContentLengthLong())
                .addKeyValue("http.response.status_code", response.getStatus())
                .addKeyValue("http.response.body.bytes", response.getBytesWritten(false))
                .addKeyValue("event.duration", nanos)
                .addKeyValue("precert.client", who.get(2))
                .log("{} {} {} {} ms {}", who.get(0), route, response.getStatus(), nanos / 1_000_000, who.get(2));
    }

    private static String route(Request request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null && !pattern.equals("/**")) {
            return pattern.toString();
        }
        // Where filters and servlets answer that know no pattern.
        String area = Area.of(String.valueOf(request.getDecodedRequestURI()));
        return area.equals(Area.OTHER) ? "/**" : "/" + area + "/**";
    }

    private static String client(Request request) {
        if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            return caller.known().map(client -> client.id()).orElse(NOBODY);
        }
        return request.getAttribute(Staff.ATTRIBUTE) instanceof Staff ? "staff" : NOBODY;
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // Of a proxy's headers nothing is told here.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
