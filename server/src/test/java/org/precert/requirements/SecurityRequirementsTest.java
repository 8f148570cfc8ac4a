package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.inferno.ClientHello;
import org.precert.inferno.ClientKey;
import org.precert.inferno.HookBodies;
import org.precert.inferno.RegisteredServer;

/** Who may call, and over what. What a token must be is tested more closely in org.precert.clients. */
class SecurityRequirementsTest {

    private static final String SIGN = "/cds-services/order-sign";
    private static final String BODY = HookBodies.of("order-sign", Given.SAMPLE).toString();

    @TempDir
    static Path data;

    private static RegisteredServer server;

    @BeforeAll
    static void start() {
        server = new RegisteredServer(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Requirement("sec-2")
    @DtrRequirement("sec-1")
    void speaksTls() {
        assertThat(server.send("POST", SIGN, BODY, "ES384").sslSession())
                .hasValueSatisfying(session -> assertThat(session.getProtocol()).isIn("TLSv1.2", "TLSv1.3"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Requirement({"sec-2", "sec-3"})
    @DtrRequirement("sec-1")
    void speaksNoOldTls(int minor) {
        assertThat(ClientHello.isRefusedAsTooOld(server.port(), minor)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES384", "RS384"})
    @Requirement("sec-1")
    void knowsItsClientsByTheirSignature(String algorithm) {
        assertThat(server.send("POST", SIGN, BODY, algorithm).statusCode()).isEqualTo(200);
        String forged = ClientKey.of(algorithm)
                .token(RegisteredServer.issuer(algorithm), "https://precert.example" + SIGN, RegisteredServer.NOW);
        assertThat(with(forged).statusCode()).isEqualTo(401);
    }

    @Test
    @Requirement("sec-1")
    void takesNoTokenForAnotherServiceAndNoneTwice() {
        assertThat(with(server.token("ES384", "/cds-services/order-select", RegisteredServer.NOW))
                        .statusCode())
                .isEqualTo(401);
        String token = server.token("ES384", SIGN, RegisteredServer.NOW);
        assertThat(with(token).statusCode()).isEqualTo(200);
        assertThat(with(token).statusCode()).isEqualTo(401);
    }

    @Test
    @Requirement("sec-1")
    void takesNoTokenThatIsOver() {
        assertThat(with(server.token("ES384", SIGN, RegisteredServer.NOW.minus(Duration.ofHours(1))))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Requirement({"sec-1", "2.0.1@79"})
    void showsStrangersNothingThatWasKept() {
        HttpResponse<String> answer = server.send("POST", SIGN, BODY, "ES384");
        String id = answer.body().replaceAll("(?s).*\"coverage-assertion-id\",\"valueString\":\"([^\"]+)\".*", "$1");
        assertThat(id).hasSize(36);
        assertThat(server.send("GET", "/reviews/" + id, "", "").statusCode()).isIn(401, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$questionnaire-package", "$next-question", "$populate", "$log-questionnaire-errors"})
    @DtrRequirement("sec-1")
    void answersNoStrangerAboutForms(String operation) {
        String path = "/fhir/Questionnaire/" + operation;
        String body = "{\"resourceType\": \"Parameters\"}";
        assertThat(server.send("POST", path, body, "").statusCode()).isEqualTo(401);
        for (String url : new String[] {SIGN, path}) {
            assertThat(server.sendWith("POST", path, body, server.token("ES384", url, RegisteredServer.NOW))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(server.send("POST", path, body, "ES384").statusCode()).isNotEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES384", "RS384"})
    @DtrRequirement({"sec-1", "spec-120", "2.0.1@41"})
    void oneAccessTokenOpensThePackageAndTheNextQuestion(String algorithm) {
        String token = server.accessToken(algorithm);
        String body = "{\"resourceType\": \"Parameters\"}";
        for (String operation : new String[] {"$questionnaire-package", "$next-question"}) {
            assertThat(server.sendWith("POST", "/dtr/2.2/fhir/Questionnaire/" + operation, body, token)
                            .statusCode())
                    .isIn(400, 422);
        }
    }

    private static HttpResponse<String> with(String token) {
        return server.sendWith("POST", SIGN, BODY, token);
    }
}
