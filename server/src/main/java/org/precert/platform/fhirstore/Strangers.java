package org.precert.platform.fhirstore;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import java.util.EnumSet;
import java.util.Set;

/** Says what anybody without a name may do at {@code /fhir}: see who we are, and read where the store is open. */
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

    private final FhirStoreProperties properties;

    Strangers(FhirStoreProperties properties) {
        this.properties = properties;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RestOperationTypeEnum operation, RequestDetails request) {
        if (operation == RestOperationTypeEnum.METADATA) {
            return;
        }
        if (!properties.open()) {
            throw new ForbiddenOperationException("This server shows its resources to nobody without permission");
        }
        if (!isOffered(operation, request)) {
            throw refusal(operation);
        }
    }

    private boolean isOffered(RestOperationTypeEnum operation, RequestDetails request) {
        return READING.contains(operation)
                || (request.getOperation() != null && ASKING.contains(request.getOperation()))
                || (properties.writable() && WRITING.contains(operation));
    }

    private static MethodNotAllowedException refusal(RestOperationTypeEnum operation) {
        return new MethodNotAllowedException(
                "This server does not offer '" + operation.getCode() + "' here", RequestTypeEnum.GET);
    }
}
