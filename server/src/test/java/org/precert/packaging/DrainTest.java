package org.precert.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precert.cases.Submissions;
import org.precert.packaging.RawCall.End;
import org.precert.packaging.RawCall.Said;
import org.precert.pas.PasStory;
import org.precert.testing.Http;
import org.precert.testing.Samples;

/** SIGTERM while clients send without a pause, and do not hear that they had better not. */
class DrainTest {

    private static final String HOOK = "/cds-services/order-sign";
    private static final String CALL = Samples.text("order-sign/bcbsks-investigational-pain.json");
    private static final int OF_EACH = 2;
    private static final long GRACE_SECONDS = 60;

    /** Well within the five seconds for which the server goes on taking calls. */
    private static final long TAKEN = TimeUnit.SECONDS.toNanos(3);

    @TempDir
    Path folder;

    private final Queue<Said> hooks = new ConcurrentLinkedQueue<>();
    private final Map<String, Said> requests = new ConcurrentHashMap<>();

    @Test
    void readinessGoesFirstThenNoMoreIsTakenThenWhatIsInFlightIsAnswered() throws Exception {
        try (DrainingServer server = DrainingServer.start(
                folder,
                "--precert.drain=5s",
                "--precert.limits.body-time=5m",
                "--server.tomcat.connection-timeout=5m")) {
            server.awaitReadiness(200);
            PasStory.Message late = PasStory.of("bcbsks-investigational-pain").request();
            List<Thread> clients = clients(server.port());
            try (RawCall hook = new RawCall(server.port(), CALL);
                    RawCall request = new RawCall(server.port(), late.body())) {
                hook.begin(HOOK);
                request.begin(late.path());
                long told = System.nanoTime();
                server.terminate();

                server.awaitReadiness(503);
                long notReady = System.nanoTime();
                assertThat(new Http(server.port()).get("/livez").status()).isEqualTo(200);
                for (Thread each : clients) {
                    each.join(); // they go on until nobody listens
                }
                assertThat(server.exit(0)).as("two calls are in flight").isEqualTo(-1);
                hook.rest();
                request.rest();
                hooks.add(hook.answer(told));
                requests.put(late.body(), request.answer(told));

                assertThat(server.exit(GRACE_SECONDS)).isEqualTo(143);
                assertThat(wrong(hooks, told)).isEmpty();
                assertThat(wrong(requests.values(), told)).isEmpty();
                assertThat(hooks).anyMatch(each -> each.connected() > notReady && each.status() == 200);
            }
        }
        isKept();
    }

    private List<Thread> clients(int port) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            clients.add(new Thread(() -> {
                Said said = RawCall.send(port, HOOK, CALL);
                while (said.end() != End.REFUSED) {
                    hooks.add(said);
                    said = RawCall.send(port, HOOK, CALL);
                }
            }));
            clients.add(new Thread(() -> {
                PasStory.Message message =
                        PasStory.of("bcbsks-investigational-pain").request();
                Said said = RawCall.send(port, message.path(), message.body());
                while (said.end() != End.REFUSED) {
                    requests.put(message.body(), said);
                    message = PasStory.of("bcbsks-investigational-pain").request();
                    said = RawCall.send(port, message.path(), message.body());
                }
            }));
        }
        clients.forEach(Thread::start);
        return clients;
    }

    /** What came in while calls were taken is answered; what came later is, or was not taken at all. */
    private static List<Said> wrong(Iterable<Said> all, long told) {
        List<Said> wrong = new ArrayList<>();
        all.forEach(each -> {
            boolean answered = each.end() == End.WHOLE && each.status() == 200;
            boolean late = each.end() == End.NOT_TAKEN && each.connected() - told > TAKEN;
            if (!answered && !late) {
                wrong.add(each);
            }
        });
        return wrong;
    }

    /** The database is read as the server left it. */
    private void isKept() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("precert"), "", "")) {
            List<String> kept = column(database, "select hash from submission");
            assertThat(kept).doesNotHaveDuplicates();
            for (Map.Entry<String, Said> each : requests.entrySet()) {
                if (each.getValue().end() == End.WHOLE) {
                    assertThat(kept).contains(Submissions.hash(each.getKey().getBytes(StandardCharsets.UTF_8)));
                }
            }
            long acknowledged =
                    hooks.stream().filter(each -> each.end() == End.WHOLE).count();
            assertThat(column(database, "select id from exchange where door = 'crd.order-sign'"))
                    .hasSize(Math.toIntExact(acknowledged));
            assertThat(acknowledged).isGreaterThan(10);
            assertThat(kept).hasSizeGreaterThan(10);
        }
    }

    private static List<String> column(Connection database, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
