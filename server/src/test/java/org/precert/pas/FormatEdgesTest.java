package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The doors of PAS, asked in formats that they do not speak. */
@DemoServer
class FormatEdgesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @PasRequirement({"spec-11", "own@one-outcome"})
    @CsvSource({
        "POST, /pas/2.2.1/fhir/Claim/$submit, Content-Type, application/fhir+xml, 415",
        "POST, /pas/2.0.1/fhir/Claim/$inquire, Content-Type, text/plain, 415",
        "POST, /pas/2.2.1/fhir/$submit-attachment, Content-Type, application/json;charset=latin1, 415",
        "POST, /pas/2.2.1/fhir/Subscription, Content-Type, application/x-www-form-urlencoded, 415",
        "PUT, /pas/2.2.1/fhir/Subscription/a, Content-Type, application/fhir+xml, 415",
        "POST, /pas/2.2.1/fhir/Claim/$submit, Accept, application/fhir+xml, 406",
        "GET, /pas/2.2.1/fhir/metadata, Accept, application/fhir+xml, 406",
        "GET, /pas/2.0.1/fhir/ClaimResponse/a, Accept, text/html, 406",
        "GET, /patient-access/fhir/ExplanationOfBenefit, Accept, application/fhir+xml, 406"
    })
    void oneOutcomeSaysWhichHeaderIsWrong(String method, String path, String name, String value, int status)
            throws Exception {
        HttpRequest.Builder request = request(method, path).header(name, value);
        if (!name.equals("Content-Type")) {
            request.header("Content-Type", "application/fhir+json");
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode outcome = PasCall.json(answer.body());
        assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(outcome.path("issue")).hasSize(1);
        assertThat(outcome.at("/issue/0/code").asText()).isEqualTo("not-supported");
        assertThat(outcome.toString()).contains(name);
    }

    /** The one form that is spoken: so that a member's id stands in no URL. */
    @Test
    void aSearchComesAsAForm() throws IOException, InterruptedException {
        PasCall call = PasCall.of("2.2.1", "bcbsks-investigational-pain");
        assertThat(call.submit(port).status()).isEqualTo(200);
        JsonNode member = call.resource("Patient").at("/identifier/0");
        String token =
                member.path("system").asText() + "|" + member.path("value").asText();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/patient-access/fhir/ExplanationOfBenefit/_search"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("identifier=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(PasCall.json(answer.body()).path("total").asInt()).isEqualTo(1);
    }

    @Test
    void aRequestInBytesThatAreNotUtf8IsRefused() throws IOException, InterruptedException {
        String text =
                PasCall.of("2.2.1", "bcbsks-investigational-pain").bundle().toString();
        byte[] latin = text.replaceFirst("\"family\":\"[^\"]*\"", "\"family\":\"Gr\u00fcn\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/pas/2.2.1/fhir/Claim/$submit"))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofByteArray(latin))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsSpokenIsAnsweredInFhirsOwnType() {
        for (String type : List.of("application/json; charset=UTF-8", "application/fhir+json; fhirVersion=4.0")) {
            PasCall call = PasCall.of("2.2.1", "bcbsks-oral-not-addressed");
            PasCall.Answer answer = call.submit(port, "Accept", type);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/fhir+json");
        }
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    }
}
