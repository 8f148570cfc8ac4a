package org.precert.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a token request, each of them once: RFC 6749, 3.2. */
record Form(Map<String, String> parameters) {

    private static final int MOST_BYTES = 64 * 1024;

    Form {
        parameters = Map.copyOf(parameters);
    }

    /** @return nothing for what is no form, or has a parameter twice */
    static Optional<Form> of(byte[] body) {
        if (body.length > MOST_BYTES) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (String pair : new String(body, US_ASCII).split("&", -1)) {
            int equals = pair.indexOf('=');
            try {
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (!pair.isEmpty() && parameters.put(name, value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new Form(parameters));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    /** What is empty is as if it were not there: RFC 6749, 3.2. */
    Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }
}
