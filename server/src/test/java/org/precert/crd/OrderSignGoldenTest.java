package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.ProfileValidator;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each sample request has its answer beside it; {@code -Dgolden.update=true} writes what is said now. */
@DemoServer
class OrderSignGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/crd");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    static Stream<String> requests() {
        return Stream.concat(
                Samples.orderSign().map(name -> "order-sign/" + name),
                Samples.orderSelect().map(name -> "order-select/" + name));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void answersAsWritten(String request) throws Exception {
        String answer = JSON.writeValueAsString(answer(request)).replaceAll(UUID, "(id)") + "\n";
        Path golden = GOLDEN.resolve(request + ".json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, answer);
        }
        assertThat(answer).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void saysTheSameTwice(String request) throws Exception {
        String once = JSON.writeValueAsString(answer(request)).replaceAll(UUID, "(id)");
        String twice = JSON.writeValueAsString(answer(request)).replaceAll(UUID, "(id)");
        assertThat(twice).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void conformsToTheProfiles(String request) throws Exception {
        ProfileValidator profiles = ProfileValidator.stu2();
        assumeTrue(profiles.isAvailable(), profiles.whyNot());
        assertThat(profiles.errorsOfHookResponse(JSON.writeValueAsString(answer(request))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void echoesEachOrderWithNothingButTheExtensionAdded(String request) throws Exception {
        JsonNode drafts = JSON.readTree(Samples.text(request + ".json")).at("/context/draftOrders/entry");
        for (JsonNode action : answer(request).path("systemActions")) {
            ObjectNode echo = action.path("resource").deepCopy();
            var extensions = (com.fasterxml.jackson.databind.node.ArrayNode) echo.path("extension");
            for (int i = extensions.size() - 1; i >= 0; i--) {
                if (extensions.path(i).path("url").asText().equals(CoverageInformationWriter.URL)) {
                    extensions.remove(i);
                }
            }
            if (extensions.isEmpty()) {
                echo.remove("extension");
            }
            assertThat(drafts.findParents("resource"))
                    .extracting(entry -> entry.path("resource").toString())
                    .contains(echo.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void keepsSummariesShortAndLeavesEmptyListsOut(String request) throws Exception {
        for (JsonNode card : answer(request).path("cards")) {
            assertThat(card.path("summary").asText()).isNotBlank().hasSizeLessThan(140);
            assertThat(card.path("source").path("label").asText()).isNotBlank();
            assertThat(card.path("source").path("topic").path("code").asText()).isNotBlank();
            assertThat(card.has("links") && card.path("links").isEmpty()).isFalse();
            assertThat(card.has("suggestions")).isFalse();
        }
    }

    private JsonNode answer(String request) throws Exception {
        String hook = request.substring(0, request.indexOf('/'));
        Http.Answer answer = http.send("POST", "/cds-services/" + hook, Samples.text(request + ".json"));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return JSON.readTree(answer.response().body());
    }
}
