package org.precert.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.precert.sight.Correlation;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * From where something was asked for.
 *
 * @param address of the peer; empty where no request is behind it
 * @param requestId by which the log and the answer tell of the request; the caller's X-Request-Id if that is a UUID, for anything
 *     else could tell of a patient; may be empty
 */
record Origin(String address, String requestId) {

    /** Of the request that this thread answers. */
    static Origin current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : new Origin("", "");
    }

    private static Origin of(HttpServletRequest request) {
        String id = request.getAttribute(Correlation.ATTRIBUTE) instanceof Correlation correlation
                ? correlation.requestId()
                : "";
        return new Origin(Optional.ofNullable(request.getRemoteAddr()).orElse(""), id);
    }
}
