package org.precert.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precert.outgoing.Answer;
import org.precert.outgoing.Destination;
import org.precert.outgoing.Header;
import org.precert.outgoing.OutgoingHttp;

/** Asks the provider by the guarded way that every request from here goes. */
final class ProviderHttp {

    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutgoingHttp http;
    private final boolean plain;
    private final boolean privateNetwork;

    ProviderHttp(OutgoingHttp http, boolean plain, boolean privateNetwork) {
        this.http = http;
        this.plain = plain;
        this.privateNetwork = privateNetwork;
    }

    /** @throws IOException where there is no good answer; it tells nothing of what came */
    byte[] get(URI url) throws IOException {
        return body(
                http.get(destination(url), url, Optional.empty(), JSON_TYPE, LIMIT)
                        .join(),
                200);
    }

    Map<String, Object> json(URI url) throws IOException {
        return read(get(url));
    }

    /** What the token endpoint answers, its refusals too. */
    Map<String, Object> post(URI url, List<Header> headers, String form) throws IOException {
        Answer answer = http.post(
                        destination(url),
                        url,
                        headers,
                        "application/x-www-form-urlencoded",
                        form.getBytes(US_ASCII),
                        LIMIT)
                .join();
        boolean refused =
                answer instanceof Answer.Received received && (received.status() == 400 || received.status() == 401);
        return refused ? Map.of("error", "refused") : read(body(answer, 200));
    }

    private static byte[] body(Answer answer, int status) throws IOException {
        if (answer instanceof Answer.Received received && received.status() == status) {
            return received.body();
        }
        throw new IOException("The identity provider did not answer as it should: "
                + (answer instanceof Answer.Failed failed ? failed.why().name() : "another status"));
    }

    private static Map<String, Object> read(byte[] body) throws IOException {
        try {
            return JSON.readValue(body, new TypeReference<>() {});
        } catch (IOException e) {
            // Its message would quote what came: tokens.
            throw new IOException("The identity provider's answer is no JSON object");
        }
    }

    private Destination destination(URI url) throws IOException {
        try {
            URI bare = URI.create(url.toString().replaceFirst("\\?.*$", ""));
            return new Destination(bare, plain, privateNetwork);
        } catch (IllegalArgumentException e) {
            throw new IOException("The identity provider names an address that is not allowed", e);
        }
    }
}
