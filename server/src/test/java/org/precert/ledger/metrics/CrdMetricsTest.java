package org.precert.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The metrics count what was called. Tests share a server, so each looks at what it added itself. */
@DemoServer
class CrdMetricsTest {

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @Test
    void countsCallsByHookAndStatus() {
        sign("bcbsks-investigational-pain");
        JsonNode before = metrics();
        int orders = orders(sign("bcbsks-investigational-pain"));
        http.send("POST", "/cds-services/order-sign", "{}");
        JsonNode after = metrics();
        assertThat(added(before, after, "/all/calls/count")).isEqualTo(2);
        assertThat(added(before, after, "/byHookType/order-sign/calls/count")).isEqualTo(2);
        assertThat(added(before, after, "/byClient/(not registered)/calls/count"))
                .isEqualTo(2);
        assertThat(added(before, after, "/all/calls/byHttpResponse/200")).isEqualTo(1);
        assertThat(added(before, after, "/all/calls/byHttpResponse/422")).isEqualTo(1);
        assertThat(added(before, after, "/all/orders/passed")).isEqualTo(orders);
        assertThat(added(before, after, "/all/orders/withCoverageInfo")).isEqualTo(orders);
        assertThat(after.at("/all/calls/shareUnder5s").asDouble()).isBetween(0.0, 1.0);
        assertThat(after.at("/all/percentiles/p50Millis").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(after.at("/all/percentiles/p99Millis").asDouble());
        assertThat(after.path("source").asText()).isEqualTo("payer-src");
    }

    @Test
    void countsWhatWasSaid() {
        JsonNode before = metrics();
        int orders = orders(sign("bcbsks-investigational-pain"));
        JsonNode after = metrics();
        assertThat(added(before, after, "/all/coverageInfo/byCovered/not-covered"))
                .isEqualTo(orders);
        assertThat(added(before, after, "/all/coverageInfo/byPaNeeded/no-auth")).isEqualTo(orders);
        assertThat(added(before, after, "/all/coverageInfo/byDetermination/investigational"))
                .isEqualTo(orders);
        assertThat(added(before, after, "/all/coverageInfo/byPayer/bcbsks")).isEqualTo(orders);
    }

    @Test
    void countsFeedbackByPolicyAndTopic() {
        JsonNode answer = sign("bcbsks-investigational-pain").json();
        String card = answer.at("/cards/0/uuid").asText();
        String topic = answer.at("/cards/0/source/topic/code").asText();
        long before = overridden(metrics(), topic);
        http.send(
                "POST",
                "/cds-services/order-sign/feedback",
                "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"overridden\","
                        + "\"outcomeTimestamp\":\"2026-06-10T12:00:01Z\"}]}");
        assertThat(overridden(metrics(), topic)).isEqualTo(before + 1);
    }

    @Test
    void countsThePeriodAlone() {
        sign("bcbsks-investigational-pain");
        JsonNode other = http.get("/actuator/crd?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z")
                .json();
        assertThat(other.at("/all/calls/count").asLong()).isZero();
        assertThat(http.get("/actuator/crd?from=2021-01-01T00:00:00Z&to=2020-01-02T00:00:00Z")
                        .status())
                .isEqualTo(400);
        assertThat(http.get("/actuator/crd?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void tellsNothingOfPatients() {
        Http.Answer answer = sign("bcbsks-investigational-pain");
        String patient =
                answer.json().at("/systemActions/0/resource/subject/reference").asText();
        assertThat(patient).startsWith("Patient/");
        assertThat(http.get("/actuator/crd").response().body()).doesNotContain(patient.substring("Patient/".length()));
    }

    private Http.Answer sign(String sample) {
        return http.send("POST", "/cds-services/order-sign", Samples.text("order-sign/" + sample + ".json"));
    }

    private static int orders(Http.Answer answer) {
        return answer.json().path("systemActions").size();
    }

    private JsonNode metrics() {
        return http.get("/actuator/crd").json();
    }

    private static long added(JsonNode before, JsonNode after, String path) {
        return after.at(path).asLong() - before.at(path).asLong();
    }

    private static long overridden(JsonNode metrics, String topic) {
        for (JsonNode each : metrics.at("/all/feedback")) {
            if (each.path("topic").asText().equals(topic)
                    && each.path("policy").asText().equals("bcbsks-iv-anesthetics")) {
                return each.path("overridden").asLong();
            }
        }
        return 0;
    }
}
