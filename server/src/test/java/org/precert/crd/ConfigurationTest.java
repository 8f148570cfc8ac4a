package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client does not want, it does not get; what it says in a way that nobody knows changes nothing. */
@DemoServer
class ConfigurationTest {

    private static final String SAMPLE = "order-sign/bcbsks-ended-lidocaine-code";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off-guideline", "guideline", "claim", "therapy-alternatives-opt"})
    void leavesOutTheCardsThatAreNotWanted(String type) {
        List<String> all = types(Call.of(SAMPLE));
        assertThat(all).contains(type);
        assertThat(types(Call.of(SAMPLE).configured("{\"" + type + "\":false}")))
                .isNotEmpty()
                .doesNotContain(type)
                .hasSize((int) all.stream().filter(each -> !each.equals(type)).count());
    }

    @Test
    void leavesOutCoverageInformation() {
        JsonNode answer = Call.of(SAMPLE)
                .configured("{\"coverage-info\":false}")
                .send(http)
                .json();
        assertThat(answer.path("systemActions").isArray()).isTrue();
        assertThat(answer.path("systemActions")).isEmpty();
        assertThat(answer.path("cards")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "100, 4"})
    void showsNoMoreCardsThanAreWanted(int most, int shown) {
        List<String> types = types(Call.of(SAMPLE).configured("{\"max-cards\":" + most + "}"));
        assertThat(types).hasSize(shown);
        if (shown > 0) {
            assertThat(types.get(0)).isEqualTo("off-guideline");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"coverage-info\":\"false\"}",
                "{\"coverage-info\":0}",
                "{\"coverage-info\":null}",
                "{\"coverage-info\":true}",
                "{\"coverage-info\":{\"value\":false}}",
                "{\"max-cards\":\"1\"}",
                "{\"max-cards\":-1}",
                "{\"max-cards\":1.5}",
                "{\"max-cards\":99999999999999}",
                "{\"max-cards\":false}",
                "{\"alt-drug\":false,\"dtr-clin\":false,\"coverage\":false}",
                "[]",
                "null",
                "\"coverage-info\"",
                "7"
            })
    void survivesWhatItCanNotRead(String configuration) {
        Http.Answer usual = Call.of(SAMPLE).send(http);
        Http.Answer answer = Call.of(SAMPLE).configured(configuration).send(http);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("cards")).hasSameSizeAs(usual.json().path("cards"));
        assertThat(answer.json().path("systemActions"))
                .hasSameSizeAs(usual.json().path("systemActions"));
    }

    private List<String> types(Call call) {
        return StreamSupport.stream(call.send(http).json().path("cards").spliterator(), false)
                .map(card -> card.at("/source/topic/code").asText())
                .toList();
    }
}
