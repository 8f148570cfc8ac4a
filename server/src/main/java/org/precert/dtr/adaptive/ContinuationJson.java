package org.precert.dtr.adaptive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.dtr.adaptive.Continuation.FormVersion;
import org.precert.dtr.adaptive.Continuation.Trigger;

/** A {@link Continuation} as JSON, read without good faith. */
final class ContinuationJson {

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // In FHIR, 0.50 is not 0.5.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ContinuationJson() {}

    static byte[] write(Continuation continuation) {
        ObjectNode json = JSON.createObjectNode();
        json.put("form", continuation.form().id());
        json.put("version", continuation.form().version());
        json.put("guide", continuation.guide());
        json.put("patient", continuation.patient());
        json.putArray("orders").addAll(continuation.orders());
        json.putArray("coverages").addAll(continuation.coverages());
        continuation.ordersTogether().forEach(json.putArray("ordersTogether")::add);
        json.put("client", continuation.client());
        continuation.assertion().ifPresent(id -> json.put("assertion", id));
        json.put("trigger", continuation.trigger().name());
        json.put("issuedAt", continuation.issuedAt().getEpochSecond());
        json.put("expiresAt", continuation.expiresAt().getEpochSecond());
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can not be written", e);
        }
    }

    /** @return nothing for what was not written here */
    static Optional<Continuation> read(byte[] bytes) {
        try {
            return JSON.readTree(bytes) instanceof ObjectNode json ? Optional.of(read(json)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Continuation read(ObjectNode json) {
        return new Continuation(
                new FormVersion(text(json.path("form")), text(json.path("version"))),
                text(json.path("guide")),
                text(json.path("patient")),
                resources(json.path("orders")),
                resources(json.path("coverages")),
                texts(json.path("ordersTogether")),
                text(json.path("client")),
                json.has("assertion") ? Optional.of(text(json.path("assertion"))) : Optional.empty(),
                Trigger.valueOf(text(json.path("trigger"))),
                instant(json.path("issuedAt")),
                instant(json.path("expiresAt")));
    }

    private static String text(JsonNode node) {
        return must(node, node.isTextual()).textValue();
    }

    private static Instant instant(JsonNode node) {
        return Instant.ofEpochSecond(
                must(node, node.isIntegralNumber() && node.canConvertToLong()).longValue());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        must(list, list.isArray()).forEach(each -> texts.add(text(each)));
        return texts;
    }

    private static List<ObjectNode> resources(JsonNode list) {
        List<ObjectNode> resources = new ArrayList<>();
        must(list, list.isArray()).forEach(each -> resources.add((ObjectNode) must(each, each.isObject())));
        return resources;
    }

    private static JsonNode must(JsonNode node, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("Not as it was written here");
        }
        return node;
    }
}
