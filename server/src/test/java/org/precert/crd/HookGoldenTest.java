package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.ProfileValidator;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each sample call has its answers beside it, in both versions; {@code -Dgolden.update=true} writes what is said now. */
@DemoServer
class HookGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/crd");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static final String COVERAGE_INFORMATION =
            "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    static Stream<Arguments> calls() {
        return Samples.calls()
                .flatMap(call -> Stream.of(Arguments.of(call, "2.0"), Arguments.of(call, "2.2")))
                .filter(each -> !isRefused(each.get()[0], each.get()[1]));
    }

    /** CRD 2.2, hook-13: VersionsTest has it. */
    private static boolean isRefused(Object call, Object version) {
        return call.equals("order-sign/unserved-payer") && version.equals("2.2");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answersAsWritten(String call, String version) throws Exception {
        String answer = withoutIds(answer(call, version)) + "\n";
        Path golden = GOLDEN.resolve(version).resolve(call + ".json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, answer);
        }
        assertThat(answer).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void saysTheSameTwice(String call, String version) throws Exception {
        assertThat(withoutIds(answer(call, version))).isEqualTo(withoutIds(answer(call, version)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void conformsToTheProfiles(String call, String version) throws Exception {
        ProfileValidator profiles = version.equals("2.0") ? ProfileValidator.stu2() : ProfileValidator.stu22();
        assumeTrue(profiles.isAvailable(), profiles.whyNot());
        assertThat(profiles.errorsOfHookResponse(JSON.writeValueAsString(answer(call, version))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void echoesEachResourceWithNothingButTheExtensionAdded(String call, String version) throws Exception {
        JsonNode sent = JSON.readTree(Samples.text(call + ".json"));
        for (JsonNode action : answer(call, version).path("systemActions")) {
            ObjectNode echo = action.path("resource").deepCopy();
            ArrayNode extensions = (ArrayNode) echo.path("extension");
            for (int i = extensions.size() - 1; i >= 0; i--) {
                if (extensions.path(i).path("url").asText().equals(COVERAGE_INFORMATION)) {
                    extensions.remove(i);
                }
            }
            if (extensions.isEmpty()) {
                echo.remove("extension");
            }
            assertThat(Stream.concat(
                            sent.findValues("resource").stream(),
                            StreamSupport.stream(sent.path("prefetch").spliterator(), false)))
                    .extracting(JsonNode::toString)
                    .contains(echo.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void keepsSummariesShortAndLeavesEmptyListsOut(String call, String version) throws Exception {
        for (JsonNode card : answer(call, version).path("cards")) {
            assertThat(card.path("summary").asText()).isNotBlank().hasSizeLessThan(140);
            assertThat(card.path("source").path("label").asText()).isNotBlank();
            assertThat(card.path("source").path("topic").path("code").asText()).isNotBlank();
            assertThat(card.has("links") && card.path("links").isEmpty()).isFalse();
            assertThat(card.has("suggestions") && card.path("suggestions").isEmpty())
                    .isFalse();
            assertThat(card.has("suggestions") && card.has("links")).isFalse();
        }
    }

    private static String withoutIds(JsonNode answer) throws Exception {
        return JSON.writeValueAsString(answer).replaceAll(UUID, "(id)");
    }

    private JsonNode answer(String call, String version) throws Exception {
        ObjectNode body = (ObjectNode) JSON.readTree(Samples.text(call + ".json"));
        body.putObject("extension").put("davinci-crd.requestedVersion", version);
        String hook = call.substring(0, call.indexOf('/'));
        Http.Answer answer = http.send("POST", "/cds-services/" + hook, body.toString());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return JSON.readTree(answer.response().body());
    }
}
