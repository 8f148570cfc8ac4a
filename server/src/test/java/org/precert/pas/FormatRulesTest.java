package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.requirements.PasRequirement;
import org.precert.review.InvalidRequest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Which formats the doors take and give. */
class FormatRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/fhir+json",
                "application/json",
                "Application/FHIR+JSON; charset=UTF-8",
                "application/json;charset=utf-8",
                "application/fhir+json; fhirVersion=4.0"
            })
    void takesJsonInUtf8(String type) {
        assertThat(status(post(type), false)).isEqualTo(200);
    }

    @ParameterizedTest
    @PasRequirement("spec-11")
    @ValueSource(
            strings = {
                "application/fhir+xml",
                "application/xml",
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=a",
                "application/*",
                "*/*",
                "application/json; charset=ISO-8859-1",
                "application/fhir+json; charset=utf-16",
                "application/json; charset=none-that-is",
                "application/fhir+json; fhirVersion=5.0",
                "json",
                "/",
                "application/json, application/xml"
            })
    void takesNothingElse(String type) {
        assertThat(status(post(type), false)).isEqualTo(415);
        assertThat(status(post(type), true)).isEqualTo(415);
    }

    @Test
    void onlyALenientDoorTakesWhatSaysNothingOfItself() {
        MockHttpServletRequest silent = new MockHttpServletRequest("POST", "/pas/2.2.1/fhir/Claim/$submit");
        assertThat(status(silent, false)).isEqualTo(415);
        assertThat(status(silent, true)).isEqualTo(200);
    }

    @ParameterizedTest
    @PasRequirement("spec-11")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/fhir+json | | 200",
                "application/json | | 200",
                "*/* | | 200",
                "application/* | | 200",
                "text/html, */*;q=0.1 | | 200",
                "application/fhir+xml, application/fhir+json;q=0.5 | | 200",
                "application/fhir+json; fhirVersion=4.0 | | 200",
                "application/fhir+xml | | 406",
                "text/html | | 406",
                "application/json;q=0 | | 406",
                "application/fhir+json; fhirVersion=5.0 | | 406",
                "nonsense | | 406",
                "application/fhir+xml | _format=json | 200",
                "application/fhir+xml | a=b&_format=application%2Ffhir%2Bjson | 200",
                "application/json | _format=xml | 406",
                "*/* | _format=application/fhir%2Bxml | 406",
            })
    void givesJsonAlone(String accept, String query, int status) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/pas/2.2.1/fhir/metadata");
        request.addHeader("Accept", accept);
        request.setQueryString(query);
        assertThat(status(request, false)).isEqualTo(status);
    }

    @Test
    void whatIsWrongIsNamedAndNotQuoted() {
        assertThatThrownBy(() -> new FormatRules(false)
                        .preHandle(post("text/secret"), new MockHttpServletResponse(), new Object()))
                .isInstanceOfSatisfying(InvalidRequest.class, e -> {
                    assertThat(e.path()).isEqualTo("Content-Type");
                    assertThat(e.getMessage()).contains("application/fhir+json").doesNotContain("secret");
                });
    }

    private static MockHttpServletRequest post(String type) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/pas/2.2.1/fhir/Claim/$submit");
        request.addHeader("Content-Type", type);
        return request;
    }

    private static int status(MockHttpServletRequest request, boolean lenient) {
        try {
            new FormatRules(lenient).preHandle(request, new MockHttpServletResponse(), new Object());
            return 200;
        } catch (InvalidRequest e) {
            return e.kind().status();
        }
    }
}
