package org.precert.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a body up to the limit, whatever its headers promise, and answers 413 to more: before anything parses it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class BodyLimit extends OncePerRequestFilter {

    private static final String PAS = "/pas/";

    private final int usual;
    private final int pas;
    private final ObjectMapper json = new ObjectMapper();

    BodyLimit(PrecertProperties properties) {
        this.usual = Math.toIntExact(properties.limits().body().toBytes());
        this.pas = Math.toIntExact(properties.limits().pasBody().toBytes());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The path as Tomcat maps it: dots and parameters are gone.
        int most = request.getServletPath().startsWith(PAS) ? pas : usual;
        if (request.getContentLengthLong() > most) {
            refuse(response, most);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(response, most);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private void refuse(HttpServletResponse response, int most) throws IOException {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType("application/json");
        String text = "The request has more than " + most + " bytes";
        response.getOutputStream().write(json.writeValueAsBytes(Outcome.of(json, "too-long", text, "")));
    }
}
