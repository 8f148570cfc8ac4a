package org.precert.dtr.adaptive;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.opts.MaxCompressedCipherTextLength;
import com.nimbusds.jose.crypto.opts.MaxDecompressedPlainTextLength;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.precert.dtr.adaptive.Continuation.FormVersion;
import org.precert.dtr.adaptive.Opened.Accepted;
import org.precert.dtr.adaptive.Opened.Reason;
import org.precert.dtr.adaptive.Opened.Refused;

/**
 * Seals a continuation into text that the client carries, and opens it again: JWE in compact form (RFC 7516), alg dir,
 * enc A256GCM, zip DEF. Nothing is stored.
 *
 * <p>It is encrypted, and not only signed, since it may hold what the payer knows of the member and the client was not
 * told: a coverage as the payer has it, or an order as it was understood. The apps and logs on the way need not see it
 * either; and what can not be read is not built upon.
 *
 * <p>Who chooses a part of what is compressed can learn something of the rest by the length of the whole (RFC 8725,
 * 3.6). So no secret belongs into a continuation beside what the client sent.
 *
 * <p>At most 64 KiB of JSON are sealed and 64 Ki characters opened. A token can be used many times until it expires: a
 * repeated call has the same answer.
 */
public final class ContinuationToken {

    static final int MOST_CHARACTERS = 64 * 1024;
    static final int MOST_BYTES = 64 * 1024;
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Header, no encrypted key, an IV of 12 bytes, what is sealed, a tag of 16 bytes. */
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9_-]++\\.\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]{22}");

    private final ContinuationKey sealing;
    private final Map<String, ContinuationKey> byHeader;

    /**
     * @param keys the first one seals; all of them open, so that a key can be followed by another one
     * @throws IllegalArgumentException if there is none, or two have the same kid
     */
    public ContinuationToken(List<ContinuationKey> keys) {
        byHeader = new LinkedHashMap<>();
        keys.forEach(key -> byHeader.put(key.header().toString(), key));
        if (keys.isEmpty() || byHeader.size() < keys.size()) {
            throw new IllegalArgumentException("Continuations need a key, and each key a kid of its own");
        }
        sealing = keys.get(0);
    }

    /** @return nothing if it is larger than what is opened again: orders or coverages of an unusual size */
    public Optional<String> seal(Continuation continuation) {
        byte[] json = ContinuationJson.write(continuation);
        if (json.length > MOST_BYTES) {
            return Optional.empty();
        }
        return Optional.of(sealed(json, sealing)).filter(token -> token.length() <= MOST_CHARACTERS);
    }

    /**
     * Never fails, whatever the text is.
     *
     * @param client the id of the client that calls; empty for anybody
     * @param form that the call is about
     */
    public Opened open(String token, String client, FormVersion form, Instant now) {
        if (token.length() > MOST_CHARACTERS) {
            return new Refused(Reason.TOO_LARGE);
        }
        if (!SHAPE.matcher(token).matches()) {
            return new Refused(Reason.MALFORMED);
        }
        ContinuationKey key = byHeader.get(token.substring(0, token.indexOf('.')));
        if (key == null) {
            return new Refused(Reason.FOREIGN);
        }
        try {
            return ContinuationJson.read(unsealed(token, key))
                    .map(continuation -> fitting(continuation, client, form, now))
                    .orElseGet(() -> new Refused(Reason.UNREADABLE));
        } catch (ParseException e) {
            return new Refused(Reason.MALFORMED);
        } catch (JOSEException e) {
            boolean byKey = e.getCause() instanceof GeneralSecurityException;
            return new Refused(byKey ? Reason.NOT_AUTHENTIC : Reason.UNREADABLE);
        }
    }

    private static Opened fitting(Continuation continuation, String client, FormVersion form, Instant now) {
        Map<Reason, Boolean> refusals = new LinkedHashMap<>();
        refusals.put(Reason.OTHER_CLIENT, !continuation.client().equals(client));
        refusals.put(Reason.OTHER_FORM, !continuation.form().id().equals(form.id()));
        refusals.put(Reason.EXPIRED, !now.isBefore(continuation.expiresAt()));
        refusals.put(Reason.NOT_YET_VALID, continuation.issuedAt().isAfter(now.plus(SKEW)));
        refusals.put(Reason.OTHER_VERSION, !continuation.form().equals(form));
        return refusals.entrySet().stream()
                .filter(Map.Entry::getValue)
                .<Opened>map(refusal -> new Refused(refusal.getKey()))
                .findFirst()
                .orElseGet(() -> new Accepted(continuation));
    }

    static String sealed(byte[] content, ContinuationKey key) {
        try {
            JWEObject jwe = new JWEObject(JWEHeader.parse(key.header()), new Payload(content));
            jwe.encrypt(new DirectEncrypter(key.secret()));
            return jwe.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("A continuation can not be sealed", e);
        }
    }

    private static byte[] unsealed(String token, ContinuationKey key) throws ParseException, JOSEException {
        JWEObject jwe = JWEObject.parse(token);
        if (!Stream.of(jwe.getIV(), jwe.getCipherText(), jwe.getAuthTag()).allMatch(ContinuationToken::isCanonical)) {
            throw new ParseException("The last character has bits that mean nothing", 0);
        }
        jwe.decrypt(new DirectDecrypter(
                key.secret(),
                Set.<String>of(),
                Set.of(
                        new MaxCompressedCipherTextLength(MOST_CHARACTERS),
                        new MaxDecompressedPlainTextLength(MOST_BYTES))));
        return jwe.getPayload().toBytes();
    }

    /** Else one token could be written in several ways. */
    private static boolean isCanonical(Base64URL text) {
        return Base64URL.encode(text.decode()).equals(text);
    }
}
