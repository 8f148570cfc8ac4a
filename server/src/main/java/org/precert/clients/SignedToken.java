package org.precert.clients;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JWT in compact form (RFC 7519), taken apart, and nothing of it believed yet. A key that stands twice makes it no
 * token: two readers could take it for two different ones.
 */
record SignedToken(String compact, ObjectNode header, ObjectNode claims) {

    private static final int MOST_CHARACTERS = 16 * 1024;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @return nothing for what is no signed token */
    static Optional<SignedToken> read(String compact) {
        if (compact.length() > MOST_CHARACTERS || !SHAPE.matcher(compact).matches()) {
            return Optional.empty();
        }
        int first = compact.indexOf('.');
        int second = compact.indexOf('.', first + 1);
        Optional<ObjectNode> header = object(compact.substring(0, first));
        Optional<ObjectNode> claims = object(compact.substring(first + 1, second));
        return header.flatMap(is -> claims.map(says -> new SignedToken(compact, is, says)));
    }

    /** @return nothing for what is missing, empty or no text */
    static Optional<String> text(ObjectNode from, String name) {
        return Optional.of(from.path(name).asText())
                .filter(text -> from.path(name).isTextual() && !text.isEmpty());
    }

    Optional<String> issuer() {
        return text(claims, "iss");
    }

    private static Optional<ObjectNode> object(String encoded) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(encoded)) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
