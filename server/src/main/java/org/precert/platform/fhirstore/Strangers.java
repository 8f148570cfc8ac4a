package org.precert.platform.fhirstore;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.EnumSet;
import java.util.Set;
import org.precert.clients.Caller;

/**
 * Says what may be done at {@code /fhir}. Anybody may see who we are, and read where the store is open. Where it is not, a
 * registered client may read what forms are made of; what else there is can not be asked for by way of it.
 */
@Interceptor
public final class Strangers {

    private static final Set<RestOperationTypeEnum> READING = EnumSet.of(
            RestOperationTypeEnum.READ,
            RestOperationTypeEnum.VREAD,
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.GET_PAGE);

    private static final Set<RestOperationTypeEnum> WRITING =
            EnumSet.of(RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE, RestOperationTypeEnum.DELETE);

    /** Operations that read: an EHR fills the lists of a form with them. */
    static final Set<String> ASKING = Set.of("$expand", "$validate-code", "$lookup");

    /** Payers' forms, and what they need: nothing of a patient. */
    private static final Set<String> FOR_CLIENTS = Set.of("Questionnaire", "Library", "ValueSet");

    /** What a search may have beside the elements of its type: nothing that leads to another one. */
    private static final Set<String> OF_ANY_TYPE = Set.of(
            "_id",
            "_lastUpdated",
            "_profile",
            "_tag",
            "_source",
            "_sort",
            "_count",
            "_offset",
            "_elements",
            "_summary",
            "_total",
            "_format",
            "_pretty");

    private final FhirStoreProperties properties;

    Strangers(FhirStoreProperties properties) {
        this.properties = properties;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RestOperationTypeEnum operation, RequestDetails request) {
        if (operation == RestOperationTypeEnum.METADATA) {
            return;
        }
        if (!properties.open() && !(isRegistered(request) && isForClients(operation, request))) {
            throw new ForbiddenOperationException("This server shows its resources to nobody without permission");
        }
        if (!isOffered(operation, request)) {
            throw refusal(operation);
        }
    }

    private static boolean isRegistered(RequestDetails request) {
        return request instanceof ServletRequestDetails servlet
                && servlet.getServletRequest().getAttribute(Caller.ATTRIBUTE) instanceof Caller.Registered;
    }

    /** A page is of a search that somebody was allowed to make. */
    private static boolean isForClients(RestOperationTypeEnum operation, RequestDetails request) {
        if (operation == RestOperationTypeEnum.GET_PAGE) {
            return true;
        }
        return !WRITING.contains(operation)
                && request.getResourceName() != null
                && FOR_CLIENTS.contains(request.getResourceName())
                && request.getParameters().keySet().stream().allMatch(Strangers::staysWithinItsType);
    }

    /** Neither {@code _include}, {@code _revinclude} and {@code _has}, nor a chain such as {@code subject.name}. */
    private static boolean staysWithinItsType(String parameter) {
        int modifier = parameter.indexOf(':');
        String name = modifier < 0 ? parameter : parameter.substring(0, modifier);
        return name.startsWith("_") ? OF_ANY_TYPE.contains(name) : !parameter.contains(".");
    }

    private boolean isOffered(RestOperationTypeEnum operation, RequestDetails request) {
        return READING.contains(operation)
                || (request.getOperation() != null
                        && ASKING.contains(request.getOperation())
                        && request.getId() == null)
                || (properties.writable() && WRITING.contains(operation));
    }

    private static MethodNotAllowedException refusal(RestOperationTypeEnum operation) {
        return new MethodNotAllowedException(
                "This server does not offer '" + operation.getCode() + "' here", RequestTypeEnum.GET);
    }
}
