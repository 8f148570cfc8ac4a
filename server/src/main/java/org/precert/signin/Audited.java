package org.precert.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Lets the record know which request it is told of: filters come before Spring notes it. */
final class Audited {

    private Audited() {}

    static <T> T within(HttpServletRequest request, Supplier<T> work) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return work.get();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
