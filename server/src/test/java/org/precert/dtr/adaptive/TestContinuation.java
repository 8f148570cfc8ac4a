package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.precert.dtr.adaptive.Continuation.FormVersion;
import org.precert.dtr.adaptive.Continuation.Trigger;

/** One continuation, and what it is sealed with. */
final class TestContinuation {

    static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    static final FormVersion FORM = new FormVersion("premium-form", "2026.05.01");
    static final ContinuationKey NEW = key("new", 1);
    static final ContinuationKey OLD = key("old", 2);

    private TestContinuation() {}

    static ContinuationKey key(String kid, int seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) seed);
        return ContinuationKey.of(kid, secret);
    }

    static ObjectNode order() {
        return Sketch.json("{'resourceType': 'MedicationRequest', 'id': 'm1', 'status': 'draft'}");
    }

    static Continuation of(ObjectNode order) {
        return new Continuation(
                FORM,
                "2.2",
                "p1",
                List.of(order),
                List.of(Sketch.json("{'resourceType': 'Coverage', 'id': 'c1', 'subscriberId': 'premium'}")),
                List.of("MedicationRequest/m1", "ServiceRequest/s1"),
                "springfield",
                Optional.of("assertion-1"),
                Trigger.CRD,
                NOW,
                NOW.plusSeconds(3600));
    }

    static String sealed(ContinuationToken token) {
        return token.seal(of(order())).orElseThrow();
    }

    static String json() {
        return new String(ContinuationJson.write(of(order())), StandardCharsets.UTF_8);
    }
}
