package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoServer
class DiscoveryTest {

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @Test
    void listsAServiceForEachHook() {
        assertThat(services().findValuesAsText("hook"))
                .containsExactly(
                        "appointment-book",
                        "encounter-start",
                        "encounter-discharge",
                        "order-dispatch",
                        "order-select",
                        "order-sign");
        assertThat(services().findValuesAsText("id")).isEqualTo(services().findValuesAsText("hook"));
    }

    @Test
    void declaresBothVersionsEverywhere() {
        for (JsonNode service : services()) {
            assertThat(service.at("/extension/davinci-crd.version"))
                    .extracting(JsonNode::asText)
                    .containsExactly("2.0", "2.2");
        }
    }

    @Test
    void offersOneBooleanForEachTypeOfCardAndTheirNumber() {
        for (JsonNode service : services()) {
            JsonNode options = service.at("/extension/davinci-crd.configuration-options");
            assertThat(options)
                    .allSatisfy(option -> {
                        assertThat(option.path("code").asText()).matches("[a-z-]+");
                        assertThat(option.path("name").asText()).isNotBlank();
                        assertThat(option.path("description").asText()).isNotBlank();
                        assertThat(
                                        option.path("default").isBoolean()
                                                ? "boolean"
                                                : option.path("default").isInt() ? "integer" : "?")
                                .isEqualTo(option.path("type").asText());
                    })
                    .extracting(option -> option.path("code").asText())
                    .contains(
                            "coverage-info",
                            "off-guideline",
                            "guideline",
                            "claim",
                            "therapy-alternatives-opt",
                            "max-cards")
                    .doesNotHaveDuplicates();
            assertThat(options.findValuesAsText("name")).doesNotHaveDuplicates();
            assertThat(options.findValuesAsText("description")).doesNotHaveDuplicates();
        }
    }

    @Test
    void prefetchesPatientAndCoverageInTokensThatEveryClientKnows() {
        for (JsonNode service : services()) {
            JsonNode prefetch = service.path("prefetch");
            assertThat(prefetch.path("patient").asText()).isEqualTo("Patient/{{context.patientId}}");
            assertThat(prefetch.path("coverage").asText())
                    .isEqualTo("Coverage?patient={{context.patientId}}&status=active");
        }
    }

    @Test
    void prefetchesTheDrugsOfTheOrdersInTheExpressionsOfTheGuide() {
        for (JsonNode service : services()) {
            boolean drafts = service.path("hook").asText().matches("order-(sign|select)");
            if (drafts) {
                assertThat(service.at("/prefetch/medications").asText())
                        .isEqualTo("Medication?_id={{context.draftOrders.entry.resource"
                                + ".ofType(MedicationRequest).medication.resolve().id}}");
            }
        }
    }

    @Test
    void isNotSentAgainToWhoHasIt() throws Exception {
        HttpResponse<String> first = get("");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age="));
        HttpResponse<String> second = get(tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(get("\"another\"").statusCode()).isEqualTo(200);
    }

    /** The public sandbox asks for a media type of FHIR's past. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json+fhir", "application/fhir+json", "text/html", "*/*", "application/json"})
    void answersJsonWhateverIsAccepted(String accept) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + http.port() + "/cds-services"))
                                .header("Accept", accept)
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    private JsonNode services() {
        return http.get("/cds-services").json().path("services");
    }

    private HttpResponse<String> get(String known) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + http.port() + "/cds-services"));
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
