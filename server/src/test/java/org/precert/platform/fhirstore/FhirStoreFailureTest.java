package org.precert.platform.fhirstore;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FhirStoreFailureTest {

    private static HapiJpa on(DataSource database) {
        return new HapiJpa(
                database,
                FhirContext.forR4Cached(),
                new FhirStoreProperties(true, false, "", "", 20, 200, Duration.ZERO, Duration.ofSeconds(5)));
    }

    @Test
    void waitsForADatabaseThatIsAway() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        DataSource away = new AbstractDriverBasedDataSource() {
            @Override
            protected Connection getConnectionFromDriver(Properties unused) throws SQLException {
                // The fourth time it is there, and something else is wrong.
                throw new SQLException("refused", asked.incrementAndGet() < 4 ? "08001" : "28000");
            }
        };
        FhirStore store = new FhirStore(on(away), List.of(), Duration.ZERO, Duration.ofMillis(1));
        store.start();
        while (store.state() == NotNow.STARTING) {
            Thread.sleep(10);
        }
        assertThat(asked).hasValue(4);
        assertThat(store.state()).isEqualTo(NotNow.FAILED);
        store.destroy();
    }

    @Test
    void saysThatItFailedAndStaysCalm() throws Exception {
        FhirStore store = new FhirStore(
                on(new DriverManagerDataSource("jdbc:h2:mem:nobody-made-it;IFEXISTS=TRUE")), List.of(), Duration.ZERO);
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
