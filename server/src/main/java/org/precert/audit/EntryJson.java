package org.precert.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Entries as JSON: the components of their record, what is empty left out. In ASCII, which both databases take as it is. */
final class EntryJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private static final String COVERS = "covers";

    private EntryJson() {}

    static String write(AuditEntry entry, Origin origin) {
        ObjectNode body = JSON.valueToTree(entry);
        ArrayNode rows = JSON.createArrayNode();
        for (CoveredRow row : entry.covers()) {
            rows.addObject()
                    .put("table", row.table().name())
                    .put("key", row.key())
                    .put("hash", row.hash());
        }
        body.remove(COVERS);
        if (!origin.address().isEmpty()) {
            body.put("from", origin.address());
        }
        if (!origin.requestId().isEmpty()) {
            body.put("request", origin.requestId());
        }
        if (!rows.isEmpty()) {
            body.set(COVERS, rows);
        }
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }

    static JsonNode read(Link link) {
        try {
            return JSON.readTree(link.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A link holds something that is no JSON", e);
        }
    }

    static List<CoveredRow> covers(JsonNode body) {
        return elements(body, COVERS).stream()
                .map(row -> new CoveredRow(
                        CoveredTable.valueOf(row.path("table").asText()),
                        row.path("key").asText(),
                        row.path("hash").asText()))
                .toList();
    }

    static List<ChainPoint> points(JsonNode body, String name) {
        return elements(body, name).stream()
                .map(point -> new ChainPoint(
                        point.path("chain").asInt(),
                        point.path("number").asLong(),
                        point.path("hash").asText()))
                .toList();
    }

    private static List<JsonNode> elements(JsonNode body, String name) {
        return body.path(name).valueStream().toList();
    }
}
