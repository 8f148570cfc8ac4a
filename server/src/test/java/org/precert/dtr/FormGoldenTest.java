package org.precert.dtr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.Dtr22Rules;
import org.precert.conformance.DtrProfiles;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each sample order has its filled form and its gaps beside it; {@code -Dgolden.update=true} writes what is said now. */
@DemoServer
class FormGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/dtr");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** A payer that is none of this server is refused: QuestionnairePackageTest has it. */
    private static final String UNSERVED = "unserved-payer";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    static Stream<String> samples() {
        return Samples.orderSign().filter(sample -> !sample.equals(UNSERVED));
    }

    static Stream<Arguments> operations() {
        return samples()
                .flatMap(sample -> Stream.of(
                        Arguments.of(sample, "2.0", "populate"),
                        Arguments.of(sample, "2.2", "populate"),
                        Arguments.of(sample, "2.0", "gap-report")));
    }

    private JsonNode answer(String sample, String version, String operation) throws Exception {
        Http.Answer answer = FormCall.withChart(sample).send(http, version, operation);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return JSON.readTree(answer.response().body());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersAsWritten(String sample, String version, String operation) throws Exception {
        String answer = JSON.writeValueAsString(answer(sample, version, operation)) + "\n";
        Path golden = GOLDEN.resolve(version).resolve(operation).resolve(sample + ".json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, answer);
        }
        assertThat(answer).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DtrRequirement("2.0.1@294")
    void packagesConformToTheProfiles(String sample) throws Exception {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
        for (JsonNode bundle : FormCall.bundles(answer(sample, "2.0", "questionnaire-package"))) {
            assertThat(DtrProfiles.check(bundle, DtrProfiles.PACKAGE_BUNDLE)).isEmpty();
            assertThat(DtrProfiles.check(bundle.at("/entry/0/resource"), DtrProfiles.STANDARD_FORM))
                    .isEmpty();
            assertThat(DtrProfiles.check(bundle.at("/entry/1/resource"), DtrProfiles.RESPONSE))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void packagesKeepTheRulesOfTheNewVersion(String sample) throws Exception {
        if (!sample.equals("two-coverages") && FormCall.of(sample).coverages() == 1) {
            JsonNode answer = answer(sample, "2.2", "questionnaire-package");
            if (!FormCall.bundles(answer).isEmpty()) {
                assertThat(Dtr22Rules.ofPackage(answer)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theLibrariesOfAFormConform(String sample) throws Exception {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
        for (JsonNode bundle : FormCall.bundles(answer(sample, "2.0", "questionnaire-package"))) {
            for (JsonNode entry : bundle.path("entry")) {
                JsonNode resource = entry.path("resource");
                boolean thin = resource.path("name").asText().endsWith("Prepopulation");
                List<String> errors = thin ? DtrProfiles.check(resource, DtrProfiles.LIBRARY) : List.of();
                assertThat(errors).isEmpty();
            }
        }
    }
}
