package org.precert.platform.fhirstore;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletResponse;

/** HAPI's server, without the header that tells its version to everybody. */
final class QuietServer extends RestfulServer {

    private static final long serialVersionUID = 1L;

    QuietServer(FhirContext fhir) {
        super(fhir);
    }

    @Override
    public void addHeadersToResponse(HttpServletResponse response) {
        // X-Powered-By is all that HAPI has to say here.
    }
}
