package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** There is no page of errors to ask for. */
@DemoServer
class NoErrorPageTest {

    @Test
    void answersAnOutcomeWhereSpringHasItsPage(@LocalServerPort int port) {
        Http.Answer answer = new Http(port).get("/error");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }
}
