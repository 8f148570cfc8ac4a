package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each sample order is determined to be, all the way from HTTP to the ledger. */
@DemoServer
class OrderSignOutcomesTest {

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/fhir/samples/outcomes.csv", numLinesToSkip = 1)
    void determines(
            String request, String order, String coverage, String payer, String determination, String statement) {
        JsonNode extension = extension(request, order, coverage);
        if (determination.equals("none")) {
            assertThat(extension.isMissingNode()).isTrue();
            return;
        }
        assertThat(part(extension, "reason")
                        .at("/valueCodeableConcept/coding/0/code")
                        .asText())
                .isEqualTo(determination);
        JsonNode review = http.get("/reviews/"
                        + part(extension, "coverage-assertion-id")
                                .path("valueString")
                                .asText())
                .json();
        assertThat(review.path("payer").asText()).isEqualTo(payer);
        assertThat(review.path("determination").asText()).isEqualTo(determination);
        if (statement != null) {
            assertThat(review.path("statement").asText()).isEqualTo(statement);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/fhir/samples/outcomes.csv", numLinesToSkip = 1)
    void givesTheSameDeterminationWhenReplayed(String request, String order, String coverage) {
        JsonNode extension = extension(request, order, coverage);
        boolean noPolicyAsked = extension.toString().contains("coverage-not-in-force");
        if (extension.isMissingNode() || noPolicyAsked) {
            return;
        }
        String id = part(extension, "coverage-assertion-id").path("valueString").asText();
        JsonNode replay = http.get("/reviews/" + id + "/replay").json();
        assertThat(replay.path("same").asBoolean()).as(replay.toString()).isTrue();
    }

    /** policies/README.md, section 4: one row a determination; pa-needed as crd-ci-q2 has it (decisions/0005). */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "bcbsks-investigational-pain,                    not-covered, no-auth,     -,        -,          -,   false",
                "bcbsri-commercial-not-medically-necessary,      not-covered, no-auth,     admin,    retain-doc, -,   true",
                "bcbsri-medicare-advantage-not-covered,          not-covered, no-auth,     -,        -,          -,   false",
                "medica-medicare-primary-authorization-required, conditional, auth-needed, clinical, withpa,     -,   true",
                "bcbsks-information-needed,                      conditional, conditional, clinical, -,          OTH, true",
                "bcbsks-fep-refer,                               conditional, conditional, -,        -,          -,   false",
                "bcbsks-oral-not-addressed,                      conditional, no-auth,     -,        -,          -,   false",
                "bcbsks-no-policy-in-force,                      conditional, conditional, -,        -,          -,   false"
            })
    void spellsTheDeterminationInTheGuidesCodes(
            String request, String covered, String pa, String doc, String purpose, String info, boolean form) {
        JsonNode extension = answer(request).at("/systemActions/0/resource/extension/0/extension");
        assertThat(code(extension, "covered")).isEqualTo(covered);
        assertThat(code(extension, "pa-needed")).isEqualTo(pa);
        assertThat(code(extension, "doc-needed")).isEqualTo(doc);
        assertThat(code(extension, "doc-purpose")).isEqualTo(purpose);
        assertThat(code(extension, "info-needed")).isEqualTo(info);
        assertThat(part(extension, "questionnaire")
                        .path("valueCanonical")
                        .asText()
                        .startsWith("http"))
                .isEqualTo(form);
        assertThat(part(extension, "reason").at("/valueCodeableConcept/text").asText())
                .isNotBlank();
    }

    private JsonNode extension(String request, String order, String coverage) {
        for (JsonNode action : answer(request).path("systemActions")) {
            JsonNode resource = action.path("resource");
            String reference = resource.path("resourceType").asText() + "/"
                    + resource.path("id").asText();
            for (JsonNode extension : resource.path("extension")) {
                JsonNode parts = extension.path("extension");
                if (reference.equals(order)
                        && part(parts, "coverage")
                                .at("/valueReference/reference")
                                .asText()
                                .equals(coverage)) {
                    return parts;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode answer(String request) {
        return http.send("POST", "/cds-services/order-sign", Samples.text("order-sign/" + request + ".json"))
                .json();
    }

    private static String code(JsonNode parts, String url) {
        return part(parts, url).path("valueCode").textValue();
    }

    private static JsonNode part(JsonNode parts, String url) {
        for (JsonNode part : parts) {
            if (part.path("url").asText().equals(url)) {
                return part;
            }
        }
        return MissingNode.getInstance();
    }
}
