package org.precert.crd.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What clinicians made of the cards is taken and kept. */
@DemoServer
class FeedbackTest {

    private static final String PATH = "/cds-services/order-sign/feedback";

    @Autowired
    private JdbcTemplate jdbc;

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @Test
    void answersWithAnEmptyObject() {
        Http.Answer answer = http.send("POST", PATH, overridden(card(), "'reason':{'code':'x','system':'s'}"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.response().body()).isEqualTo("{}");
    }

    @Test
    void keepsBothSpellingsAlike() {
        String standard = card();
        String draft = card();
        http.send("POST", PATH, overridden(standard, "'reason':{'code':'x','system':'s'},'userComment':'why'"));
        http.send("POST", PATH, overridden(draft, "'code':'x','system':'s','userComment':'why'"));
        assertThat(kept(standard)).isEqualTo(kept(draft));
        assertThat(kept(standard).get(0))
                .containsEntry("REASON_CODE", "x")
                .containsEntry("REASON_SYSTEM", "s")
                .containsEntry("USER_COMMENT", "why");
    }

    @Test
    void keepsOnceWhatIsSentTwice() {
        String card = card();
        String body = overridden(card, "'code':'x'");
        assertThat(http.send("POST", PATH, body).status()).isEqualTo(200);
        assertThat(http.send("POST", PATH, body).status()).isEqualTo(200);
        assertThat(kept(card)).hasSize(1);
    }

    @Test
    void cutsALongComment() {
        String card = card();
        http.send("POST", PATH, overridden(card, "'userComment':'" + "x".repeat(3000) + "'"));
        assertThat((String) kept(card).get(0).get("USER_COMMENT")).hasSize(2000);
    }

    @Test
    void keepsACommentThatNoDatabaseCanHold() {
        String card = card();
        http.send("POST", PATH, overridden(card, "'userComment':'a\\u0000b\\ud83d'"));
        assertThat((String) kept(card).get(0).get("USER_COMMENT")).startsWith("ab");
    }

    @Test
    void knowsNoServiceThatIsNotHere() {
        assertThat(http.send("POST", "/cds-services/none/feedback", overridden(card(), "'code':'x'"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void saysWhatIsWrong() {
        Http.Answer answer = http.send("POST", PATH, "{\"feedback\":[{\"card\":\"c\",\"outcome\":\"maybe\"}]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.json().at("/issue/0/expression/0").asText()).isEqualTo("feedback[0].outcome");
    }

    @Test
    void keepsNothingOfABodyThatIsPartlyWrong() {
        String card = card();
        String good = overridden(card, "'code':'x'");
        assertThat(http.send("POST", PATH, good.replace("}]}", "},{}]}")).status())
                .isEqualTo(400);
        assertThat(kept(card)).isEmpty();
    }

    private static String card() {
        return UUID.randomUUID().toString();
    }

    private static String overridden(String card, String reason) {
        return ("{'feedback':[{'card':'" + card + "','outcome':'overridden','overrideReason':{" + reason
                        + "},'outcomeTimestamp':'2026-06-10T12:00:00.000Z'}]}")
                .replace('\'', '"');
    }

    private List<Map<String, Object>> kept(String card) {
        return jdbc.queryForList(
                "select outcome, outcome_at, reason_system, reason_code, user_comment from feedback where card = ?",
                card);
    }
}
