package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.CorsFilter;

/** In production a page is let in for its origin, letter by letter, at the doors that pages call, and with nothing of the user's. */
class CorsRulesTest {

    private static final String ORIGIN = "https://ehr.example";
    private static final String HOOK = "/cds-services/order-sign";

    private final CorsFilter filter = BrowserClients.filter(List.of(ORIGIN, "https://other.example:8443"), false);

    private MockHttpServletResponse asked(String method, String path, String origin, String wanted, String headers) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setScheme("https");
        request.setServerName("precert.example");
        request.setServerPort(443);
        request.addHeader("Origin", origin);
        if (!wanted.isEmpty()) {
            request.addHeader("Access-Control-Request-Method", wanted);
        }
        if (!headers.isEmpty()) {
            request.addHeader("Access-Control-Request-Headers", headers);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, new MockFilterChain());
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    @ParameterizedTest
    @ValueSource(strings = {ORIGIN, "https://other.example:8443"})
    void letsAListedOriginIn(String origin) {
        MockHttpServletResponse response = asked("POST", HOOK, origin, "", "");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(response.getHeader("Access-Control-Allow-Credentials")).isNull();
        assertThat(response.getHeaders("Vary")).contains("Origin");
        assertThat(response.getHeader("Access-Control-Expose-Headers")).contains("Retry-After", "WWW-Authenticate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "*",
                "http://ehr.example",
                "https://ehr.example.evil.example",
                "https://evilehr.example",
                "https://evil-ehr.example",
                "https://sub.ehr.example",
                "https://ehr.example:444",
                "https://ehr.example:8443",
                "https://other.example",
                "https://ehr.example@evil.example",
                "https://ehr.example%60.evil.example",
                "https://ehrxexample",
                "https://ehr.example.",
                "https://EHR.example.evil",
                "https://ehr.example https://evil.example",
                "https://ehr.example,https://evil.example",
                "file://",
                "chrome-extension://abc",
                "https://еhr.example"
            })
    void letsNoOtherOriginIn(String origin) {
        MockHttpServletResponse response = asked("POST", HOOK, origin, "", "");
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();
        assertThat(response.getStatus()).isEqualTo(403);
        MockHttpServletResponse before = asked("OPTIONS", HOOK, origin, "POST", "content-type");
        assertThat(before.getHeader("Access-Control-Allow-Origin")).isNull();
        assertThat(before.getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "post"})
    void letsNoOtherMethodBeUsed(String method) {
        assertThat(asked("OPTIONS", HOOK, ORIGIN, method, "").getHeader("Access-Control-Allow-Origin"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cookie",
                "x-anything",
                "x-http-method-override",
                "x-forwarded-for",
                "content-encoding",
                "idempotency-key"
            })
    void letsNoOtherHeaderBeSent(String header) {
        assertThat(asked("OPTIONS", HOOK, ORIGIN, "POST", "content-type," + header)
                        .getHeader("Access-Control-Allow-Headers"))
                .satisfiesAnyOf(
                        allowed -> assertThat(allowed).isNull(),
                        allowed -> assertThat(allowed.toLowerCase(java.util.Locale.ROOT))
                                .doesNotContain(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization,content-type", "accept", "prefer"})
    void letsTheHeadersBeSentThatClientsSend(String headers) {
        MockHttpServletResponse response = asked("OPTIONS", HOOK, ORIGIN, "POST", headers);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Access-Control-Allow-Methods")).isEqualTo("GET,HEAD,POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth/token",
                "/pas/2.2.1/fhir/Claim/$submit",
                "/patient-access/fhir/ExplanationOfBenefit",
                "/review-desk/api/cases",
                "/admin/clients",
                "/audit/verify",
                "/reviews/x",
                "/actuator/health",
                "/metrics/prior-authorization",
                "/cds-servicesx",
                "/dtrx/",
                "/fhirx"
            })
    void saysNothingAtOtherDoors(String path) {
        MockHttpServletResponse response = asked("OPTIONS", path, ORIGIN, "POST", "");
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"/cds-services", HOOK, "/dtr/2.2/fhir/Questionnaire/$populate", "/fhir/ValueSet/$expand"})
    void answersAtTheDoorsThatPagesCall(String path) {
        assertThat(asked("OPTIONS", path, ORIGIN, "POST", "").getHeader("Access-Control-Allow-Origin"))
                .isEqualTo(ORIGIN);
    }

    @Test
    void saysThatItsAnswerDependsOnTheOriginThoughNoneWasSent() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cds-services");
        request.setServletPath("/cds-services");
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, new MockFilterChain());
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        assertThat(response.getHeaders("Vary")).contains("Origin");
    }

    @Test
    void letsNobodyInWhereNobodyIsListed() {
        CorsFilter closed = BrowserClients.filter(List.of(), false);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", HOOK);
        request.setServletPath(HOOK);
        request.addHeader("Origin", ORIGIN);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            closed.doFilter(request, response, new MockFilterChain());
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "https://*.ehr.example",
                "https://ehr.example:*",
                "https://ehr.example:[*]",
                "http://ehr.example",
                "https://ehr.example/",
                "https://ehr.example/app",
                "https://user@ehr.example",
                "https://EHR.example",
                "null",
                "ehr.example",
                ""
            })
    void startsWithNoOriginThatIsNotExact(String origin) {
        assertThatThrownBy(() -> BrowserClients.filter(List.of(origin), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("precert.crd.allowed-origins");
    }
}
