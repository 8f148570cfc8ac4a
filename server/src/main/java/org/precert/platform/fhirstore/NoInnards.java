package org.precert.platform.fhirstore;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.term.ex.ExpansionTooCostlyException;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.precert.storage.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what went wrong inside the server inside the server: the caller gets a number to ask for. */
@Interceptor
public final class NoInnards {

    private static final Logger LOG = LoggerFactory.getLogger(NoInnards.class);

    NoInnards() {}

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException hide(Throwable trouble) {
        if (isTheCallers(trouble)) {
            return null;
        }
        if (trouble instanceof ExpansionTooCostlyException) {
            return new UnprocessableEntityException("The value set is too large to be expanded here");
        }
        if (Trouble.of(trouble).mayPass()) {
            LOG.warn(
                    "The FHIR store's database is {}: {}",
                    Trouble.of(trouble),
                    trouble.getClass().getSimpleName());
            return new UnclassifiedServerFailureException(503, "The store can not get at its data just now: ask again")
                    .addResponseHeader("Retry-After", "5");
        }
        UUID number = UUID.randomUUID();
        // Messages may quote data of a patient: the kind of the trouble has to do.
        LOG.error(
                "The FHIR store failed, error {}: {}",
                number,
                trouble.getClass().getName());
        return new InternalErrorException("The server failed; ask its operator for error " + number);
    }

    private static boolean isTheCallers(Throwable trouble) {
        return trouble instanceof DataFormatException
                || (trouble instanceof BaseServerResponseException known && known.getStatusCode() != 500);
    }
}
