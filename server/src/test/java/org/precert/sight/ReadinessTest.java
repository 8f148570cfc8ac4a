package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.evaluation.PolicyDesk;
import org.precert.testing.DemoServer;
import org.precert.testing.HeldPolicies;
import org.precert.testing.Http;
import org.precert.testing.WholePool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** A door says that it is not ready where it lacks what it needs, and no other door says so; it comes back by itself. */
@DemoServer
class ReadinessTest {

    private static final List<String> DOORS = List.of("crd", "dtr", "pas", "fhirstore");
    private static final long FOR_EVER = 60_000_000_000L;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PolicyDesk policies;

    private Http http;

    @BeforeEach
    void allAreReady(@LocalServerPort int port) {
        http = new Http(port);
        http.awaitStore();
        awaitNotReady();
    }

    @AfterEach
    void allAreReadyAgain() {
        awaitNotReady();
        assertThat(http.get("/readyz").status()).isEqualTo(200);
    }

    @Test
    void noneIsWithoutADatabase() throws Exception {
        try (WholePool held = new WholePool(database)) {
            awaitNotReady("crd", "dtr", "fhirstore", "pas");
            assertThat(http.get("/readyz").status()).isEqualTo(503);
        }
    }

    @Test
    void noneIsWhileTheServerIsDrained() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            awaitNotReady("crd", "dtr", "fhirstore", "pas");
            assertThat(http.get("/readyz").status()).isEqualTo(503);
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void whoAsksPoliciesIsNotWhereEvaluationsNeverEnd() {
        AtomicInteger lost = (AtomicInteger) ReflectionTestUtils.getField(HeldPolicies.timed(policies), "lost");
        lost.addAndGet(65);
        try {
            awaitNotReady("crd", "dtr", "pas");
            assertThat(http.get("/readyz").status()).isEqualTo(503);
        } finally {
            lost.addAndGet(-65);
        }
    }

    @Test
    void whoKeepsWhatWasSaidIsNotWhereItCanNotBeWritten() {
        jdbc.execute("alter table exchange rename to exchange_away");
        try {
            awaitNotReady("crd", "dtr", "pas");
            assertThat(http.get("/readyz").status()).isEqualTo(503);
        } finally {
            jdbc.execute("alter table exchange_away rename to exchange");
        }
    }

    @Test
    void priorAuthorizationAloneIsNotWhereItsRoundsHang() {
        Object rounds = context.getBean("caseRounds", Worker.class);
        Pulse pulse = (Pulse) ReflectionTestUtils.getField(rounds, "pulse");
        ReflectionTestUtils.setField(pulse, "begun", false);
        try {
            awaitNotReady("pas");
            assertThat(http.get("/readyz").status()).isEqualTo(503);
        } finally {
            pulse.beat();
        }
    }

    @Test
    void theStoreAloneIsNotWhereItDidNotStart() {
        Object store = context.getBean("fhirStore");
        Object running = ReflectionTestUtils.getField(store, "state");
        for (String state : List.of("STARTING", "FAILED", "STOPPED")) {
            ReflectionTestUtils.setField(store, "state", notNow(running, state));
            try {
                awaitNotReady("fhirstore");
                assertThat(http.get("/readyz").status()).isEqualTo(200);
                assertThat(http.get("/fhir/metadata").status()).isEqualTo(503);
            } finally {
                ReflectionTestUtils.setField(store, "state", running);
            }
        }
    }

    private static Object notNow(Object running, String name) {
        try {
            Class<?> states = Class.forName(
                    running.getClass().getPackageName() + ".NotNow",
                    true,
                    running.getClass().getClassLoader());
            return List.of(states.getEnumConstants()).stream()
                    .filter(each -> each.toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers are good for a second; whatever is asked, the process lives. */
    private void awaitNotReady(String... doors) {
        TreeSet<String> wanted = new TreeSet<>(List.of(doors));
        TreeSet<String> told = new TreeSet<>();
        long end = System.nanoTime() + FOR_EVER;
        do {
            pause();
            told.clear();
            DOORS.stream()
                    .filter(door -> http.get("/actuator/health/" + door).status() == 503)
                    .forEach(told::add);
            assertThat(http.get("/livez").status()).isEqualTo(200);
        } while (!told.equals(wanted) && System.nanoTime() < end);
        assertThat(told).isEqualTo(wanted);
    }
}
