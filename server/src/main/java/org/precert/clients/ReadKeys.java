package org.precert.clients;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON Web Key Set as it was read. Keys for encryption and of kinds that sign nothing here are passed over (RFC 7517,
 * 5); the ones that nobody should use are problems: they stop the start, or stand in the log.
 */
record ReadKeys(SigningKeys keys, List<String> problems) {

    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final int MOST_KEYS = 50;
    private static final int SHORTEST_RSA = 2048;
    private static final Set<KeyType> KINDS = Set.of(KeyType.EC, KeyType.RSA);

    /** What a public key has not: RFC 7518, 6. */
    private static final Set<String> SECRET = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

    ReadKeys {
        problems = List.copyOf(problems);
    }

    /** @return nothing for what is no key set, or too large a one */
    static Optional<ReadKeys> of(String json) {
        if (json.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            Map<String, Object>[] entries = JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(json), "keys");
            return entries == null || entries.length > MOST_KEYS ? Optional.empty() : Optional.of(read(entries));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static ReadKeys read(Map<String, Object>[] entries) {
        List<JWK> keys = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            if (SECRET.stream().anyMatch(entry::containsKey)) {
                // Of whatever kind and use: nobody is to be given it, and it is not to be kept.
                problems.add("a private key");
            } else if (!KeyUse.ENCRYPTION.getValue().equals(entry.get("use")) && isOfKnownKind(entry)) {
                add(entry, keys, problems);
            }
        }
        return new ReadKeys(new SigningKeys(keys), problems);
    }

    private static boolean isOfKnownKind(Map<String, Object> entry) {
        return KINDS.stream().anyMatch(kind -> kind.getValue().equals(entry.get("kty")));
    }

    private static void add(Map<String, Object> entry, List<JWK> keys, List<String> problems) {
        try {
            JWK key = JWK.parse(entry);
            Optional<String> problem = problem(key);
            if (problem.isEmpty() && SigningKeys.serves(key)) {
                keys.add(key);
            }
            problem.ifPresent(problems::add);
        } catch (ParseException | IllegalArgumentException e) {
            // The message may quote the key, and the key may be a private one.
            problems.add("a key that can not be read");
        }
    }

    private static Optional<String> problem(JWK key) {
        if (key.getKeyID() == null || key.getKeyID().isEmpty()) {
            return Optional.of("a key without kid");
        }
        if (key instanceof RSAKey rsa && rsa.getModulus().decodeToBigInteger().bitLength() < SHORTEST_RSA) {
            return Optional.of("an RSA key of less than " + SHORTEST_RSA + " bits");
        }
        if (key.getKeyOperations() != null && !key.getKeyOperations().contains(KeyOperation.VERIFY)) {
            return Optional.of("a key that is not for verifying");
        }
        return Optional.empty();
    }
}
