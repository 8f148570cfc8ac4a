package org.precert.clients;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the header of a token may say, before anything is done with it. The two algorithms are the ones that CDS Hooks
 * recommends; every other, {@code none} and the symmetric ones first, is refused by its name.
 */
final class HeaderRules {

    private static final Map<String, JWSAlgorithm> ALGORITHMS =
            Map.of("ES384", JWSAlgorithm.ES384, "RS384", JWSAlgorithm.RS384);
    private static final List<String> EXTENSIONS = List.of("crit", "b64", "zip", "enc");
    private static final List<String> OWN_KEYS = List.of("jwk", "x5c", "x5u");

    private HeaderRules() {}

    static Optional<JWSAlgorithm> algorithm(ObjectNode header) {
        return SignedToken.text(header, "alg").map(ALGORITHMS::get);
    }

    static Optional<Refusal> refusal(ObjectNode header) {
        return Stream.of(
                        broken(algorithm(header).isEmpty(), Refusal.ALGORITHM),
                        broken(header.has("typ") && !isJwt(header), Refusal.TYPE),
                        broken(EXTENSIONS.stream().anyMatch(header::has), Refusal.EXTENSION),
                        broken(OWN_KEYS.stream().anyMatch(header::has), Refusal.OWN_KEY),
                        broken(SignedToken.text(header, "kid").isEmpty(), Refusal.NO_KID))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isJwt(ObjectNode header) {
        return SignedToken.text(header, "typ").filter("JWT"::equalsIgnoreCase).isPresent();
    }

    private static Optional<Refusal> broken(boolean broken, Refusal refusal) {
        return broken ? Optional.of(refusal) : Optional.empty();
    }
}
