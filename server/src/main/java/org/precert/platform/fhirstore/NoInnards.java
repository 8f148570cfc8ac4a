package org.precert.platform.fhirstore;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.term.ex.ExpansionTooCostlyException;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.precert.sight.Correlation;
import org.precert.sight.FramesOnly;
import org.precert.storage.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Keeps what went wrong inside the server inside the server: the caller gets a number to ask for. And tells callers what they did
 * wrong without quoting it.
 */
@Interceptor
public final class NoInnards {

    private static final Logger LOG = LoggerFactory.getLogger(NoInnards.class);

    private static final Pattern NUMBER = Pattern.compile("HAPI-[0-9]{1,5}");

    /** Where HAPI tells of a search that failed beside: of what it failed, it keeps the message alone. */
    private static final String OF_A_SEARCH = "verifySearchHasntFailedOrThrowInternalErrorException";

    private final Duration queryLimit;

    /** @param queryLimit after which the database gives up a question */
    NoInnards(Duration queryLimit) {
        this.queryLimit = queryLimit;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException hide(Throwable trouble, RequestDetails request) {
        if (isTheCallers(trouble)) {
            return isOurs(trouble) ? null : unquoted(trouble);
        }
        if (trouble instanceof ExpansionTooCostlyException) {
            return new UnprocessableEntityException("The value set is too large to be expanded here");
        }
        if (isGivenUp(trouble, request)) {
            LOG.warn("A search of the FHIR store took more than {}", queryLimit);
            return new UnclassifiedServerFailureException(503, "The search takes too long: ask for less")
                    .addResponseHeader("Retry-After", "30");
        }
        if (Trouble.of(trouble).mayPass()) {
            LOG.warn(
                    "The FHIR store's database is {}: {}",
                    Trouble.of(trouble),
                    trouble.getClass().getSimpleName());
            return new UnclassifiedServerFailureException(503, "The store can not get at its data just now: ask again")
                    .addResponseHeader("Retry-After", "5");
        }
        String number = Correlation.here();
        // Messages may quote data of a patient: the kinds and places of the trouble have to do.
        LOG.error("The FHIR store failed, error {}: {}", number, FramesOnly.of(trouble));
        return new InternalErrorException("The server failed; ask its operator for error " + number);
    }

    private boolean isGivenUp(Throwable trouble, RequestDetails request) {
        return request.getRequestStopwatch().getMillis() >= queryLimit.toMillis()
                && Arrays.stream(trouble.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(OF_A_SEARCH));
    }

    /** Our own words quote nothing. */
    private static boolean isOurs(Throwable trouble) {
        StackTraceElement[] frames = trouble.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith("org.precert.");
    }

    /** HAPI quotes what was sent; its number of what is wrong has to do. */
    private static BaseServerResponseException unquoted(Throwable trouble) {
        int status = trouble instanceof BaseServerResponseException known
                ? known.getStatusCode()
                : HttpStatus.BAD_REQUEST.value();
        HttpStatus told = HttpStatus.resolve(status);
        Matcher number = NUMBER.matcher(String.valueOf(trouble.getMessage()));
        BaseServerResponseException answer = BaseServerResponseException.newInstance(
                status,
                (told == null ? "The request is refused" : told.getReasonPhrase())
                        + (number.find() ? " (" + number.group() + ")" : ""));
        if (trouble instanceof BaseServerResponseException known) {
            known.getResponseHeaders()
                    .forEach((name, values) -> values.forEach(each -> answer.addResponseHeader(name, each)));
        }
        return answer;
    }

    private static boolean isTheCallers(Throwable trouble) {
        return trouble instanceof DataFormatException
                || (trouble instanceof BaseServerResponseException known && known.getStatusCode() != 500);
    }
}
