package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.requirements.Door.object;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.precert.storage.Packed;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every call and its answer is kept for a dispute, and so is who looked at it. */
@DemoServer
class LogRequirementsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Door door;
    private JdbcTemplate database;

    @BeforeEach
    void connect(@LocalServerPort int port, @Autowired JdbcTemplate jdbc) {
        door = Door.at(port);
        database = jdbc;
    }

    @ParameterizedTest
    @FieldSource("org.precert.inferno.HookBodies#HOOKS")
    @Requirement("found-37")
    void keepsEveryCallAndItsAnswer(String hook) throws Exception {
        ObjectNode call = ownCall(hook);
        Door.Said said = door.ask(call);
        Map<String, Object> kept = kept(call);
        assertThat(kept.get("STATUS")).isEqualTo(200);
        assertThat(JSON.readTree(Packed.unpack((byte[]) kept.get("ANSWER")))).isEqualTo(said.json());
        assertThat(JSON.readTree(Packed.unpack((byte[]) kept.get("REQUEST"))).path("context"))
                .isEqualTo(call.path("context"));
    }

    @Test
    @Requirement("found-37")
    void keepsCallsThatItRefused() {
        ObjectNode call = ownCall("order-sign");
        object(call, "/context").remove("patientId");
        Http.Answer answer = door.send(call);
        assertThat(kept(call).get("STATUS")).isEqualTo(answer.status()).isEqualTo(422);
    }

    @Test
    @Requirement("found-11")
    void keepsTheGuidanceUnderItsId() {
        for (Information said : door.ask(ownCall("order-sign")).information()) {
            assertThat(door.http().get("/reviews/" + said.assertionId()).status())
                    .isEqualTo(200);
            assertThat(database.queryForList("select covered from review where assertion_id = ?", said.assertionId()))
                    .extracting(row -> row.get("COVERED"))
                    .containsExactly(said.code("covered"));
        }
    }

    @Test
    @Requirement("2.0.1@80")
    void notesWhoLooksAtTheLog() {
        String id = door.ask(ownCall("order-sign")).information().get(0).assertionId();
        String looks = "select what from log_access where assertion_id = ? order by what";
        assertThat(database.queryForList(looks, String.class, id)).isEmpty();
        door.http().get("/reviews/" + id);
        door.http().get("/reviews/" + id + "/replay");
        assertThat(database.queryForList(looks, String.class, id)).isEqualTo(List.of("replay", "review"));
    }

    private static ObjectNode ownCall(String hook) {
        return Guide.V2_0
                .call(hook, Given.SAMPLE)
                .put("hookInstance", UUID.randomUUID().toString());
    }

    private Map<String, Object> kept(ObjectNode call) {
        return database.queryForMap(
                "select status, request, answer from exchange where caller_id = ?",
                call.path("hookInstance").textValue());
    }
}
