package org.precert.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** In place of Tomcat's page: an OperationOutcome, without a word of what was sent. Tomcat makes it by its name. */
public final class RefusedByTomcat extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    /** In seconds. */
    private static final String RETRY_AFTER = "5";

    private final ObjectMapper json = new ObjectMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean told = response.getContentWritten() > 0 || response.getStatus() < FIRST_ERROR;
        if (told || !response.setErrorReported()) {
            return;
        }
        boolean late = response.getStatus() == HttpStatus.REQUEST_TIMEOUT.value();
        boolean pas = ErrorEdge.isPas(String.valueOf(request.getRequestURI()));
        if (late) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (late && pas) {
            // A 4xx would say that the same request can not succeed (spec-39).
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        String text = status == null ? "The request is refused" : status.getReasonPhrase();
        try {
            boolean ours = response.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value();
            if (!ours || !pas) {
                response.setContentType("application/json");
                response.getOutputStream()
                        .write(json.writeValueAsBytes(Outcome.of(json, late ? "timeout" : "invalid", text, "")));
            }
            response.finishResponse();
        } catch (IOException e) {
            // Who asked is gone.
            response.setSuspended(true);
        }
    }
}
