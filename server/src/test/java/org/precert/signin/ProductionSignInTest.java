package org.precert.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.precert.testing.ProductionServer;

/** A server in production whose provider is not there: it runs, and says so to whom it can not sign in. */
class ProductionSignInTest {

    private static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + ProductionServer.http().port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSignInSaysThatItCanNotBeDoneNow() {
        HttpResponse<String> answer = get("/sign-in");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(answer.body()).contains("Try again in a minute").doesNotContain("sign-in.example");
        assertThat(get("/sign-in/callback?code=x&state=x").statusCode()).isEqualTo(503);
    }

    @Test
    void nothingElseIsThereForAStranger() {
        assertThat(get("/sign-in/other").statusCode()).isEqualTo(404);
        assertThat(get("/sign-out").statusCode()).isEqualTo(404);
        assertThat(get("/login").statusCode()).isEqualTo(404);
        assertThat(get("/oauth2/authorization/staff").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageLeadsThereAndKeysAreNothingHere() {
        HttpResponse<String> page = get("/review-desk/", "Sec-Fetch-Dest", "document");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/sign-in");
        // demo-physician:demo-physician-key
        String basic = "Basic ZGVtby1waHlzaWNpYW46ZGVtby1waHlzaWNpYW4ta2V5";
        assertThat(get("/review-desk/cases", "Authorization", basic).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoIsSignedInIsServedEachByTheirRole() {
        assertThat(get("/review-desk/cases", "Cookie", ProductionServer.NURSE).statusCode())
                .isEqualTo(200);
        assertThat(get("/admin/staff", "Cookie", ProductionServer.NURSE).statusCode())
                .isEqualTo(403);
        assertThat(get("/admin/staff", "Cookie", ProductionServer.ADMIN).body())
                .contains("\"id\":\"nurse\"", "subject-of-nurse");
        assertThat(get("/review-desk/cases", "Cookie", ProductionServer.ADMIN).statusCode())
                .isEqualTo(403);
    }
}
