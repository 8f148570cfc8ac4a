package org.precert.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.storage.Packed;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every call is kept with its answer, and no token is. */
@DemoServer
class KeptCallsTest {

    private static final String SAMPLE = "order-sign/bcbsks-investigational-pain.json";

    @Autowired
    private JdbcTemplate jdbc;

    private Http http;
    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
        this.http = new Http(port);
    }

    @Test
    void keepsWhatWasSaidAndHowLongItTook() throws Exception {
        String instance = UUID.randomUUID().toString();
        Called called = Called.orderSignWith(port, sample(instance).toString(), "");
        Map<String, Object> kept = exchange(instance);
        assertThat(kept)
                .containsEntry("STATUS", 200)
                .containsEntry("ORDERS", called.json().path("systemActions").size())
                .containsEntry("CLIENT", "")
                .containsEntry("DOOR", "crd.order-sign");
        assertThat(Packed.unpack((byte[]) kept.get("ANSWER"))).isEqualTo(called.answer());
        assertThat((Long) kept.get("TOOK_US")).isPositive();
        assertThat(jdbc.queryForMap("select covered, pa_needed from review where assertion_id = ?", called.assertion()))
                .containsEntry("COVERED", "not-covered")
                .containsEntry("PA_NEEDED", "no-auth");
    }

    @Test
    void keepsACallThatWasRefused() throws Exception {
        String instance = UUID.randomUUID().toString();
        ObjectNode call = sample(instance);
        call.remove("context");
        assertThat(http.send("POST", "/cds-services/order-sign", call.toString())
                        .status())
                .isEqualTo(422);
        Map<String, Object> kept = exchange(instance);
        assertThat(kept).containsEntry("STATUS", 422).containsEntry("ORDERS", 0);
        assertThat(new String(Packed.unpack((byte[]) kept.get("ANSWER")), UTF_8))
                .contains("context");
        assertThat(new String(Packed.unpack((byte[]) kept.get("REQUEST")), UTF_8))
                .contains(instance);
    }

    @Test
    void keepsACallThatIsNoJson() {
        long before = refused();
        assertThat(http.send("POST", "/cds-services/order-sign", "{").status()).isEqualTo(400);
        assertThat(refused()).isEqualTo(before + 1);
    }

    @Test
    void keepsACallWhoseIdNoDatabaseCanHold() throws Exception {
        String instance = UUID.randomUUID().toString();
        ObjectNode call = sample(instance + "\0" + "x".repeat(300));
        assertThat(http.send("POST", "/cds-services/order-sign", call.toString())
                        .status())
                .isEqualTo(200);
        assertThat(jdbc.queryForObject(
                        "select count(*) from exchange where caller_id like ?", Long.class, instance + "x%"))
                .isOne();
    }

    @Test
    void keepsARefusedCallWithHalfACharacter() throws Exception {
        String instance = UUID.randomUUID().toString();
        ObjectNode call = sample(instance).put("user", "HALF");
        call.remove("context");
        String body = call.toString().replace("HALF", "\\ud83d");
        assertThat(http.send("POST", "/cds-services/order-sign", body).status()).isEqualTo(422);
        assertThat(exchange(instance)).containsEntry("STATUS", 422);
    }

    @Test
    void keepsNoToken() throws Exception {
        String secret = "secret" + UUID.randomUUID();
        ObjectNode call = sample(UUID.randomUUID().toString());
        call.put("fhirServer", "http://localhost:1/fhir");
        call.putObject("fhirAuthorization")
                .put("access_token", secret)
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "user/*.read")
                .put("subject", "x");
        Called called = Called.orderSignWith(port, call.toString(), secret);
        assertThat(new String(called.packetAnswer().body(), UTF_8)).doesNotContain(secret);
        called.packet()
                .forEach((file, bytes) ->
                        assertThat(new String(bytes, UTF_8)).as(file).doesNotContain(secret));
        call.remove("context");
        Called.orderSignWith(port, call.toString(), secret);
        assertThat(everything()).hasSizeGreaterThan(3).noneMatch(text -> text.contains(secret));
    }

    /** The text of every value of every table. */
    private List<String> everything() {
        List<String> all = new ArrayList<>();
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where upper(table_schema) = 'PUBLIC'"
                        + " and table_name not like 'HFJ%'",
                String.class);
        for (String table : tables) {
            for (Map<String, Object> row : jdbc.queryForList("select * from \"" + table + "\"")) {
                row.values()
                        .forEach(value -> all.add(
                                value instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(value)));
            }
        }
        return all;
    }

    private static ObjectNode sample(String instance) throws Exception {
        return ((ObjectNode) new ObjectMapper().readTree(Samples.text(SAMPLE))).put("hookInstance", instance);
    }

    private Map<String, Object> exchange(String instance) {
        return jdbc.queryForMap("select * from exchange where caller_id = ?", instance);
    }

    private long refused() {
        return jdbc.queryForList("select id from exchange where status = 400").size();
    }
}
