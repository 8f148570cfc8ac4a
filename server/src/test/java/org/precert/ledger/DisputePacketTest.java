package org.precert.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A dispute packet holds all of one review: what was asked, known, found and sent. */
@DemoServer
class DisputePacketTest {

    private static final String SAMPLE = "bcbsks-investigational-pain";

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
    void holdsTheBytesThatWereSent() {
        Called called = Called.orderSign(port, SAMPLE);
        assertThat(called.packet().get("answer.json")).isEqualTo(called.answer());
    }

    @Test
    void holdsTheRequestAsItCameIn() throws Exception {
        JsonNode sent = new ObjectMapper().readTree(Samples.text("order-sign/" + SAMPLE + ".json"));
        assertThat(Called.json(Called.orderSign(port, SAMPLE).packet().get("request.json")))
                .isEqualTo(sent);
    }

    @Test
    void comesAsAFileThatNobodyCaches() {
        Called called = Called.orderSign(port, SAMPLE);
        HttpResponse<byte[]> packet = called.packetAnswer();
        assertThat(packet.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(packet.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(packet.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains(called.assertion() + ".zip");
    }

    @Test
    void listsItsFilesInTheManifest() {
        Map<String, byte[]> packet = Called.orderSign(port, SAMPLE).packet();
        JsonNode manifest = Called.json(packet.get("manifest.json"));
        assertThat(manifest.path("files")).hasSize(packet.size() - 1).allSatisfy(file -> {
            byte[] bytes = packet.get(file.path("path").asText());
            assertThat(bytes).hasSize(file.path("size").asInt());
            assertThat(Digest.of(bytes)).isEqualTo(file.path("sha256").asText());
        });
        assertThat(manifest.path("exportedAt").asText()).isEqualTo("2026-06-10T12:00:00Z");
        assertThat(manifest.path("engineOfTheReview").asText()).startsWith("cql-engine ");
    }

    @Test
    void holdsThePolicyAsItIsReadHere() {
        Map<String, byte[]> packet = Called.orderSign(port, SAMPLE).packet();
        assertThat(packet).containsKeys("policy/policy.md", "policy/policy.yaml");
        assertThat(new String(packet.get("policy/BcbsksIntravenousAnesthetics.cql"), UTF_8))
                .contains("library BcbsksIntravenousAnesthetics");
    }

    @Test
    void tellsPeopleWhoWhatWhenAndWhy() {
        Called called = Called.orderSign(port, SAMPLE);
        String summary = new String(called.packet().get("summary.md"), UTF_8);
        assertThat(summary)
                .contains("# Review " + called.assertion())
                .contains("Client: nobody registered")
                .contains("User: Practitioner/")
                .contains("Received: 2026-06-1")
                .contains("Determination: investigational")
                .contains("Covered: not-covered")
                .contains("Statement A (it decided)")
                .contains("As it said then: true");
    }

    @Test
    void tellsOfACoverageThatIsNotInForce() {
        String over = Samples.text("order-sign/" + SAMPLE + ".json")
                .replaceAll("(?s)(\"resourceType\":\\s*\"Coverage\".*?\"status\":\\s*)\"active\"", "$1\"cancelled\"");
        Called called = Called.orderSignWith(port, over, "");
        Map<String, byte[]> packet = called.packet();
        assertThat(new String(packet.get("summary.md"), UTF_8)).contains("Determination: coverage-not-in-force");
        assertThat(Called.json(packet.get("replay.json")).path("note").asText()).startsWith("No policy was asked");
        assertThat(packet).doesNotContainKey("policy/policy.md");
        assertThat(http.get("/reviews/" + called.assertion() + "/replay").status())
                .isEqualTo(200);
    }

    @Test
    void showsWhatBecameOfTheCards() {
        Called called = Called.orderSign(port, SAMPLE);
        String card = called.json().at("/cards/0/uuid").asText();
        String body = "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"overridden\","
                + "\"outcomeTimestamp\":\"2026-06-10T12:00:01Z\",\"overrideReason\":{\"userComment\":\"No.\"}}]}";
        http.send("POST", "/cds-services/order-sign/feedback", body);
        Map<String, byte[]> packet = called.packet();
        JsonNode feedback = Called.json(packet.get("feedback.json"));
        assertThat(feedback).hasSize(1);
        assertThat(feedback.at("/0/entry/card").asText()).isEqualTo(card);
        assertThat(feedback.at("/0/topic").asText())
                .isEqualTo(called.json().at("/cards/0/source/topic/code").asText());
        assertThat(new String(packet.get("summary.md"), UTF_8)).contains("cards of the answer: 1, in feedback.json");
    }

    @Test
    void isNotedWheneverItIsExported() {
        Called called = Called.orderSign(port, SAMPLE);
        called.packet();
        called.packet();
        http.get("/reviews/" + called.assertion());
        assertThat(jdbc.queryForList(
                        "select what from log_access where assertion_id = ? order by what",
                        String.class,
                        called.assertion()))
                .containsExactly("packet", "packet", "review");
    }

    @Test
    void isThereForNoReviewThatWasNotMade() {
        assertThat(http.get("/reviews/none/packet").status()).isEqualTo(404);
    }
}
