package org.precert.platform.fhirstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The FHIR store of the demo profile: everything of the project is there to read and search, and nothing to write. */
@DemoServer
class FhirStoreTest {

    private Http http;

    @BeforeEach
    void awaitStore(@LocalServerPort int port) {
        http = new Http(port);
        http.awaitStore();
    }

    @Test
    void describesOnlyWhatItOffers() {
        Http.Answer metadata = http.get("/fhir/metadata");
        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.json().at("/title").asText()).isEqualTo("Precert");
        assertThat(metadata.json().at("/rest/0/resource")).hasSize(ServedTypes.SHOWN.size());
        assertThat(metadata.response().body()).doesNotContain("$expunge").doesNotContain("\"create\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Organization/bcbsks",
        "Organization/example",
        "CodeSystem/determination",
        "ValueSet/chronic-pain",
        "NamingSystem/hcpcs",
        "Library/precertfacts",
        "Library/bcbsksintravenousanesthetics",
        "Questionnaire/bcbsks-iv-anesthetics",
        "Questionnaire/bcbsri-iv-anesthetics-member-consent",
        "Patient/bcbsks-investigational-pain",
        "Coverage/bcbsks-investigational-pain-coverage"
    })
    void readsWhatItHolds(String path) {
        Http.Answer answer = http.get("/fhir/" + path);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/fhir+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Organization?name=Premera; 1",
                "Organization?identifier=https://precert.dev/fhir/sid/payer|medica; 1",
                "ValueSet?url=https://precert.dev/fhir/ValueSet/psychiatric; 1",
                "CodeSystem?url=https://precert.dev/fhir/CodeSystem/line-of-business; 1",
                "Questionnaire?url=http://localhost:8080/fhir/Questionnaire/premera-5.01.586; 1",
                "Library?name=MedicaMb2300; 1",
                "Coverage?patient=Patient/medica-medicare-primary-authorization-required; 2",
                "Patient?_id=excellus-investigational-pain&_revinclude=Coverage:patient; 2"
            })
    void searches(String query, int entries) {
        Http.Answer answer = http.get("/fhir/" + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("entry")).hasSize(entries);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POST; Organization; {\"resourceType\":\"Organization\"}",
                "PUT; Organization/bcbsks; {\"resourceType\":\"Organization\",\"id\":\"bcbsks\"}",
                "DELETE; Organization/bcbsks; ''",
                "POST; Organization/$expunge; {\"resourceType\":\"Parameters\"}",
                "POST; ''; {\"resourceType\":\"Bundle\",\"type\":\"transaction\"}",
                "GET; Patient/bcbsks-fep-refer/_history; ''",
                "GET; Patient/bcbsks-fep-refer/$everything; ''",
                "GET; Patient/$export; ''"
            })
    void refusesTheRest(String method, String path, String body) {
        Http.Answer answer = http.send(method, "/fhir/" + path, body);
        assertThat(answer.status()).as(answer.response().body()).isIn(400, 403, 404, 405);
        assertThat(answer.json().at("/resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.response().body()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"Organization/none, 404", "Unheard/1, 404", "Organization?nonsense=1, 400", "Observation?date=soon, 400"
    })
    void saysWhatItHasNot(String path, int status) {
        Http.Answer answer = http.get("/fhir/" + path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/resourceType").asText()).isEqualTo("OperationOutcome");
    }
}
