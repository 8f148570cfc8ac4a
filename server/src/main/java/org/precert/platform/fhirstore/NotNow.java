package org.precert.platform.fhirstore;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What {@code /fhir} answers without a store; plain JSON, so that it needs nothing of HAPI. */
enum NotNow implements StoreState {
    STARTING("transient", "The FHIR store is starting", 10),
    FAILED("exception", "The FHIR store could not be started; its operator finds the reason in the log", 300),
    STOPPED("transient", "The FHIR store is shutting down", 30);

    private final String code;
    private final String diagnostics;
    private final int retryAfterSeconds;

    NotNow(String code, String diagnostics, int retryAfterSeconds) {
        this.code = code;
        this.diagnostics = diagnostics;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", Integer.toString(retryAfterSeconds));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.getOutputStream().write("""
                        {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s","diagnostics":"%s"}]}
                        """.formatted(code, diagnostics).getBytes(StandardCharsets.UTF_8));
    }
}
