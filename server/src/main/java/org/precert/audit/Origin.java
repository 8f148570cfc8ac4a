package org.precert.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * From where something was asked for.
 *
 * @param address of the peer; empty where no request is behind it
 * @param requestId what X-Request-Id says, if it is a UUID: anything else could tell of a patient; may be empty
 */
record Origin(String address, String requestId) {

    static final String REQUEST_ID = "X-Request-Id";

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Of the request that this thread answers. */
    static Origin current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : new Origin("", "");
    }

    private static Origin of(HttpServletRequest request) {
        String id = Optional.ofNullable(request.getHeader(REQUEST_ID))
                .filter(each -> UUID.matcher(each).matches())
                .orElse("");
        return new Origin(Optional.ofNullable(request.getRemoteAddr()).orElse(""), id);
    }
}
