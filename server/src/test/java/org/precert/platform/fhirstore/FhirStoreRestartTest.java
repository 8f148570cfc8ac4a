package org.precert.platform.fhirstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precert.PrecertApplication;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hooks do not wait for the store, and a second start on the same database changes nothing. */
class FhirStoreRestartTest {

    @TempDir
    Path data;

    @Test
    void answersHooksFirstAndKeepsVersionsOverARestart() {
        String sample = Samples.text("order-sign/bcbsks-fep-refer.json");
        try (ConfigurableApplicationContext first = start()) {
            Http http = http(first);
            assertThat(http.send("POST", "/cds-services/order-sign", sample).status())
                    .isEqualTo(200);
            assertThat(http.get("/actuator/health/readiness").status()).isEqualTo(200);
            http.awaitStore();
        }
        try (ConfigurableApplicationContext second = start()) {
            Http http = http(second);
            http.awaitStore();
            JdbcTemplate jdbc = second.getBean(JdbcTemplate.class);
            assertThat(jdbc.queryForObject("select max(res_ver) from hfj_resource", Long.class))
                    .isEqualTo(1);
            assertThat(jdbc.queryForObject("select count(*) from review", Long.class))
                    .isEqualTo(2);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(PrecertApplication.class)
                .profiles("demo")
                .properties("server.port=0", "precert.data=" + data)
                .run("--precert.base-url=http://localhost:8080");
    }

    private static Http http(ConfigurableApplicationContext context) {
        return new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
