package org.precert.platform.fhirstore;

import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.precert.platform.fhirstore.StoreState.Ready;

/** Answers at {@code /fhir}: "not yet" while the store starts, then whatever HAPI's server answers. */
final class FhirServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient FhirStore store;
    private transient volatile @Nullable RestfulServer initialized;

    FhirServlet(FhirStore store) {
        this.store = store;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        StoreState state = store.state();
        if (state instanceof Ready ready) {
            server(ready).service(request, response);
        } else if (state instanceof NotNow notNow) {
            notNow.writeTo(response);
        }
    }

    private RestfulServer server(Ready ready) throws ServletException {
        RestfulServer server = initialized;
        return server != null ? server : initialize(ready.store().server());
    }

    private synchronized RestfulServer initialize(RestfulServer server) throws ServletException {
        if (initialized == null) {
            server.init(getServletConfig());
            initialized = server;
        }
        return server;
    }

    @Override
    public void destroy() {
        RestfulServer server = initialized;
        if (server != null) {
            server.destroy();
        }
    }
}
