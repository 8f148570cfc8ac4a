package org.precert.dtr.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The operation over HTTP: it does not wait for the FHIR store. */
@DemoServer
class ExpandTest {

    private static final String PATH = "/fhir/ValueSet/$expand";
    private static final String SET = "https://precert.dev/fhir/ValueSet/ketamine";
    private static final String PARAMETERS = "{\"resourceType\":\"Parameters\",\"parameter\":[%s]}";
    private static final String URL = "{\"name\":\"url\",\"valueUri\":\"" + SET + "\"}";

    private Http http;

    @Autowired
    private FhirContext fhir;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/dtr/2.0" + PATH, "/dtr/2.2" + PATH, "/fhir/ValueSet/%24expand"})
    void aValueSetIsExpanded(String path) {
        Http.Answer got = http.get(path + "?url=" + SET + "&activeOnly=true");
        assertThat(got.status()).as(got.response().body()).isEqualTo(200);
        assertThat(got.header("Content-Type")).startsWith("application/fhir+json");
        assertThat(got.json().at("/expansion/contains").size())
                .isEqualTo(got.json().at("/expansion/total").asInt())
                .isPositive();
        String active = "{\"name\":\"activeOnly\",\"valueBoolean\":true}";
        Http.Answer posted = http.send("POST", path, PARAMETERS.formatted(URL + "," + active));
        assertThat(posted.json()).isEqualTo(got.json());
    }

    @Test
    void whatIsAnsweredIsFhir() {
        String body = http.get(PATH + "?url=" + SET + "&count=2&filter=keta")
                .response()
                .body();
        ValueSet set = fhir.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(ValueSet.class, body);
        assertThat(set.getExpansion().getContains())
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(each.getDisplay().toLowerCase(Locale.ROOT)).contains("keta"));
        assertThat(set.getExpansion().getParameter())
                .extracting(ValueSet.ValueSetExpansionParameterComponent::getName)
                .containsExactly("activeOnly", "filter", "count");
    }

    @Test
    void aFilterAndAPageCanBePosted() {
        String more = ",{\"name\":\"filter\",\"valueString\":\"keta\"},{\"name\":\"offset\",\"valueInteger\":1},"
                + "{\"name\":\"count\",\"valueInteger\":1}";
        Http.Answer posted = http.send("POST", PATH, PARAMETERS.formatted(URL + more));
        assertThat(posted.json())
                .isEqualTo(http.get(PATH + "?url=" + SET + "&filter=keta&offset=1&count=1")
                        .json());
        assertThat(posted.json().at("/expansion/contains")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "?url=, 400",
        "?url=https://precert.dev/fhir/ValueSet/none, 404",
        "?url=https://precert.dev/fhir/ValueSet/ketamine|0.0.1, 404",
        "?url=%23contained, 400",
        "?url=urn:a&url=urn:b, 400",
        "?url=urn:a&count=-1, 400",
        "?url=urn:a&count=many, 400",
        "?url=urn:a&offset=1.5, 400",
        "?url=urn:a&activeOnly=perhaps, 400",
        "?url=urn:a&context=urn:b, 400",
        "?url=urn:a&date=2020-01-01, 400"
    })
    void whatCanNotBeExpandedIsToldWithAnOutcome(String query, int status) {
        Http.Answer answer = http.get(PATH + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.json().at("/issue/0/expression/0").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"resourceType\":\"ValueSet\",\"url\":\"urn:a\"}; resourceType",
                "{\"resourceType\":\"Parameters\"}; url",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"valueSet\",\"resource\":"
                        + "{\"resourceType\":\"ValueSet\"}}]}; Parameters.parameter[0]",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"url\",\"valueUri\":\"urn:a\"},"
                        + "{\"name\":\"count\",\"valueString\":\"x\"}]}; Parameters.parameter[1]"
            })
    void anInlineValueSetIsRefused(String body, String path) {
        Http.Answer answer = http.send("POST", PATH, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/issue/0/expression/0").asText()).isEqualTo(path);
    }

    @Test
    void whatAClientHasItNeedNotGetAgain(@LocalServerPort int port) throws Exception {
        Http.Answer first = http.get(PATH + "?url=" + SET);
        assertThat(first.header("Cache-Control")).contains("private").contains("max-age");
        HttpRequest again = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH + "?url=" + SET))
                .header("If-None-Match", first.header("ETag"))
                .build();
        var answer = HttpClient.newHttpClient().send(again, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(http.get(PATH + "?count=1&url=" + SET).header("ETag")).isNotEqualTo(first.header("ETag"));
    }
}
