package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.precert.dtr.adaptive.TestContinuation.FORM;
import static org.precert.dtr.adaptive.TestContinuation.NEW;
import static org.precert.dtr.adaptive.TestContinuation.NOW;
import static org.precert.dtr.adaptive.TestContinuation.OLD;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.precert.dtr.adaptive.Opened.Accepted;

class ContinuationTokenTest {

    private final ContinuationToken token = new ContinuationToken(List.of(NEW, OLD));

    @Test
    void whatIsSealedOpensAsItWas() {
        Continuation continuation = TestContinuation.of(TestContinuation.order());
        String sealed = token.seal(continuation).orElseThrow();
        assertThat(token.open(sealed, "springfield", FORM, NOW)).isEqualTo(new Accepted(continuation));
    }

    @Test
    void whatIsNotThereStaysSo() {
        Continuation bare = new Continuation(
                FORM,
                "2.0",
                "p1",
                List.of(),
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                Continuation.Trigger.PAS,
                NOW,
                NOW.plusSeconds(60));
        assertThat(token.open(token.seal(bare).orElseThrow(), "", FORM, NOW)).isEqualTo(new Accepted(bare));
    }

    @Test
    void itOpensAgainAndAgain() {
        String sealed = TestContinuation.sealed(token);
        assertThat(token.open(sealed, "springfield", FORM, NOW)).isInstanceOf(Accepted.class);
        assertThat(token.open(sealed, "springfield", FORM, NOW)).isInstanceOf(Accepted.class);
    }

    @Test
    void itOpensUntilItExpires() {
        String sealed = TestContinuation.sealed(token);
        Instant end = NOW.plusSeconds(3600);
        assertThat(token.open(sealed, "springfield", FORM, end.minusMillis(1))).isInstanceOf(Accepted.class);
        assertThat(token.open(sealed, "springfield", FORM, end)).isInstanceOf(Opened.Refused.class);
    }

    @Test
    void theFirstKeySealsAndAllOpen() {
        String old = TestContinuation.sealed(new ContinuationToken(List.of(OLD)));
        assertThat(header(old)).contains("\"kid\":\"old\"");
        assertThat(token.open(old, "springfield", FORM, NOW)).isInstanceOf(Accepted.class);
        assertThat(header(TestContinuation.sealed(token))).contains("\"kid\":\"new\"");
    }

    @Test
    void itIsAJweAsAnybodyReadsIt() throws Exception {
        var jwe = com.nimbusds.jose.JWEObject.parse(TestContinuation.sealed(token));
        assertThat(jwe.getHeader().toJSONObject())
                .containsOnlyKeys("alg", "enc", "zip", "kid")
                .containsEntry("alg", "dir")
                .containsEntry("enc", "A256GCM")
                .containsEntry("zip", "DEF");
        jwe.decrypt(new com.nimbusds.jose.crypto.DirectDecrypter(NEW.secret()));
        assertThat(jwe.getPayload().toJSONObject()).containsEntry("patient", "p1");
    }

    @Test
    void nothingOfItCanBeRead() {
        String sealed = TestContinuation.sealed(token);
        String decoded = new String(Base64.getUrlDecoder().decode(sealed.split("\\.")[3]), StandardCharsets.ISO_8859_1);
        assertThat(sealed + decoded).doesNotContain("springfield", "MedicationRequest", "premium");
    }

    @Test
    void twoSealsOfTheSameAreNotAlike() {
        assertThat(TestContinuation.sealed(token)).isNotEqualTo(TestContinuation.sealed(token));
    }

    @Test
    void whatIsTooLargeIsNotSealed() {
        ObjectNode order = TestContinuation.order();
        order.put("note", "x".repeat(ContinuationToken.MOST_BYTES));
        assertThat(token.seal(TestContinuation.of(order))).isEmpty();
    }

    @Test
    void whateverIsSealedOpens() {
        byte[] noise = new byte[44 * 1024];
        new Random(1).nextBytes(noise);
        ObjectNode order = TestContinuation.order();
        for (int size = noise.length; size > 1024; size -= 1024) {
            order.put("note", Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(noise, size)));
            Continuation continuation = TestContinuation.of(order);
            token.seal(continuation)
                    .ifPresent(text -> assertThat(token.open(text, "springfield", FORM, NOW))
                            .isEqualTo(new Accepted(continuation)));
        }
        assertThat(token.seal(TestContinuation.of(order))).isPresent();
    }

    @Test
    void numbersStayAsTheyWereWritten() {
        ObjectNode order = TestContinuation.order();
        order.put("dose", new java.math.BigDecimal("0.50"));
        String sealed = token.seal(TestContinuation.of(order)).orElseThrow();
        Accepted accepted = (Accepted) token.open(sealed, "springfield", FORM, NOW);
        assertThat(accepted.continuation().orders().get(0).path("dose").decimalValue())
                .isEqualTo("0.50");
    }

    @Test
    void whatTheCallerDoesLaterDoesNotChangeIt() {
        ObjectNode order = TestContinuation.order();
        Continuation continuation = TestContinuation.of(order);
        order.removeAll();
        assertThat(continuation.orders()).containsExactly(TestContinuation.order());
    }

    @Test
    void keysAreOf32BytesAndHaveNames() {
        assertThatThrownBy(() -> ContinuationKey.of("k", new byte[16])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContinuationKey.of("k", new byte[33])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContinuationKey.of("", new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContinuationKey.of("a\"b", new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ContinuationToken(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ContinuationToken(List.of(NEW, NEW))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyDoesNotTellItself() {
        assertThat(NEW).hasToString("ContinuationKey[new]");
    }

    private static String header(String sealed) {
        return new String(Base64.getUrlDecoder().decode(sealed.split("\\.")[0]), StandardCharsets.UTF_8);
    }
}
