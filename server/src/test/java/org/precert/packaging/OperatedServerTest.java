package org.precert.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precert.PrecertApplication;
import org.precert.sight.MarkedTraffic;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server with a management port of its own, as the compose file and the chart start it. */
class OperatedServerTest {

    private static final Pattern NAME = Pattern.compile("\\b(?:precert|http|hikaricp|jvm|process|logback)_[a-z_]+");
    private static final String HOOK = "/cds-services/order-sign";
    private static final String SAMPLE = "order-sign/bcbsks-investigational-pain.json";

    /** Is there when the first notification was sent. */
    private static final Set<String> LATER = Set.of("precert_pas_notifications_total");

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext server;
    private static Http clients;
    private static Http operators;

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(PrecertApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--management.endpoints.web.exposure.include=health,prometheus",
                        "--precert.base-url=http://localhost:8080",
                        "--precert.policies.time-limit=20s",
                        "--precert.fhir.start-delay=1h",
                        "--precert.data=" + data);
        clients = new Http(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        operators = new Http(server.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
        assertThat(clients.send("POST", HOOK, Samples.text(SAMPLE)).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyMetricOfTheDashboardAndOfTheAlertsIsThere() throws IOException {
        System.gc(); // else there may have been no pause yet
        String scraped = scrape();
        Set<String> asked = new TreeSet<>();
        for (String file : Set.of("grafana/precert.json", "prometheus/alerts.yml")) {
            Matcher names = NAME.matcher(Files.readString(Path.of("../docker", file)));
            while (names.find()) {
                asked.add(names.group());
            }
        }
        assertThat(asked).hasSizeGreaterThan(15);
        asked.removeAll(LATER);

        assertThat(asked).allSatisfy(name -> assertThat(scraped).containsPattern("(?m)^" + name + "[ {]"));
    }

    @Test
    void figuresAreForTheManagementPortAlone() {
        assertThat(clients.get("/actuator/prometheus").status()).isEqualTo(404);
        assertThat(clients.get("/actuator/health").status()).isEqualTo(404);
        assertThat(operators.get(HOOK).status()).isEqualTo(404);
    }

    @Test
    void probesAnswerOnTheServersOwnPort() {
        assertThat(clients.get("/livez").status()).isEqualTo(200);
        assertThat(clients.get("/readyz").status()).isEqualTo(200);
        assertThat(operators.get("/actuator/health/readiness").status()).isEqualTo(200);
        // It was told to start in an hour.
        assertThat(operators.get("/actuator/health/fhirstore").status()).isEqualTo(503);
    }

    @Test
    void callsAreCountedByTheGuidesCeilingsAndByWhatIsUsual() {
        assertThat(scrape())
                .containsPattern("http_server_requests_seconds_bucket\\{.*uri=\"/cds-services/.*le=\"5.0\"")
                .containsPattern("http_server_requests_seconds_bucket\\{.*uri=\"/cds-services/.*le=\"0.01\"");
    }

    @Test
    void callsInFlightAreCountedByDoor() {
        assertThat(scrape())
                .containsPattern("(?m)^precert_inflight\\{door=\"crd\"\\} 0")
                .contains("door=\"pas\"");
    }

    @Test
    void thePoliciesAreToldWithTheirHashes() {
        assertThat(scrape()).containsPattern("precert_policy_info\\{hash=\"[0-9a-f]{64}\",policy=\"[^\"]+\",version=");
    }

    @Test
    void casesAndNotificationsAreCountedInTheDatabase() {
        for (String name : Set.of("precert_cases_open", "precert_cases_breached", "precert_outbox_lag_seconds")) {
            assertThat(figure(name)).isEqualTo("0.0");
        }
    }

    @Test
    void noFigureTellsOfAPatient() {
        String request = Samples.text(SAMPLE);
        Matcher ids = Pattern.compile("\"(?:subscriberId|patientId|family|birthDate)\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(request);
        String scraped = scrape();
        assertThat(ids.find()).isTrue();
        do {
            assertThat(scraped).doesNotContain(ids.group(1));
        } while (ids.find());
    }

    @Test
    void noFigureTellsOfWhatWasSentWhateverItWas() {
        int sent = MarkedTraffic.sendTo(clients.port());
        String scraped = scrape();
        assertThat(sent).isGreaterThan(200);
        assertThat(scraped.lines().filter(line -> line.startsWith("http_server_requests_seconds_count")))
                .as("and all of it was counted")
                .hasSizeGreaterThan(20);
        assertThat(MarkedTraffic.in(scraped)).isEmpty();
    }

    /** So that what is asserted above can fail. */
    @Test
    void aFigureThatDidWouldBeFound() {
        MeterRegistry meters = server.getBean(MeterRegistry.class);
        Counter leak = meters.counter("leak", "patient", "Jane" + MarkedTraffic.MARK);
        leak.increment();
        try {
            assertThat(MarkedTraffic.in(scrape())).hasSize(1);
        } finally {
            meters.remove(leak);
        }
    }

    private static String scrape() {
        Http.Answer answer = operators.get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body();
    }

    /** The first to ask is told that nothing was read yet. */
    private static String figure(String name) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            Matcher found = Pattern.compile("(?m)^" + name + " (.+)$").matcher(scrape());
            if (found.find() && !found.group(1).equals("NaN")) {
                return found.group(1);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("Nothing was read for " + name);
    }
}
