package org.precert.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.precert.testing.TokenRequest;

/** Whoever asks for tokens faster than anybody needs them is told to wait, before a signature is checked where it can be. */
class TokenLimitsTest {

    private static TokenServer server(String... settings) {
        Map<String, String> all = new HashMap<>();
        for (int index = 0; index < settings.length; index += 2) {
            all.put(settings[index], settings[index + 1]);
        }
        return new TokenServer(all);
    }

    private static HttpResponse<String> asked(TokenServer server) {
        return server.ask(TokenRequest.body(
                TokenRequest.parameters("system/Claim.c", server.assertion().sign())));
    }

    @Test
    void anAddressThatAsksTooOftenIsRefusedWhateverItsAssertion() {
        try (TokenServer server = server("precert.limits.strangers.rate", "1", "precert.limits.strangers.burst", "3")) {
            assertThat(asked(server).statusCode()).isEqualTo(200);
            assertThat(server.ask("grant_type=client_credentials").statusCode()).isEqualTo(401);
            assertThat(server.ask("x").statusCode()).isEqualTo(400);
            isLater(asked(server));
            isLater(server.ask("x"));
        }
    }

    @Test
    void aClientThatAsksTooOftenIsRefusedThoughItsAssertionsAreGood() {
        try (TokenServer server = server("precert.limits.rate", "1", "precert.limits.burst", "2")) {
            assertThat(asked(server).statusCode()).isEqualTo(200);
            assertThat(asked(server).statusCode()).isEqualTo(200);
            isLater(asked(server));
        }
    }

    private static void isLater(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).isEqualTo("{\"error\":\"temporarily_unavailable\"}");
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 5));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
