package org.precert.platform.fhirstore;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FhirStoreFailureTest {

    @Test
    void saysThatItFailedAndStaysCalm() throws Exception {
        HapiJpa withoutDatabase = new HapiJpa(
                new DriverManagerDataSource("jdbc:h2:tcp://localhost:1/none"),
                FhirContext.forR4Cached(),
                new FhirStoreProperties(true, false, "", "", 20, 200, Duration.ZERO));
        FhirStore store = new FhirStore(withoutDatabase, List.of(), Duration.ZERO);
        store.start();
        while (store.state() == NotNow.STARTING) {
            Thread.sleep(100);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new FhirServlet(store).service(new MockHttpServletRequest("GET", "/fhir/metadata"), response);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("OperationOutcome").contains("could not be started");
        assertThat(new FhirStoreHealth(store).health().getStatus().getCode()).isEqualTo("DOWN");
        store.destroy();
        assertThat(store.state()).isEqualTo(NotNow.STOPPED);
    }
}
