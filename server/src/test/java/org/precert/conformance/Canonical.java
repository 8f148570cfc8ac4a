package org.precert.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The head of a conformance resource: enough to find it by, read without parsing the rest. */
record Canonical(String type, String url, String version, String definedType) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Empty for what has no canonical URL, such as an example. */
    static Optional<Canonical> of(byte[] resource) {
        Map<String, String> head = head(resource);
        return head.containsKey("resourceType") && head.containsKey("url")
                ? Optional.of(new Canonical(
                        head.get("resourceType"),
                        head.get("url"),
                        head.getOrDefault("version", ""),
                        head.getOrDefault("type", "")))
                : Optional.empty();
    }

    boolean isLogicalModel() {
        return type.equals("StructureDefinition") && definedType.contains("/") && url.equals(definedType);
    }

    /** The keys that it is found by: without version, with it, and with its first two numbers. */
    List<String> keys() {
        String key = key(type, url);
        return List.of(key, key + "|" + version, key + "|" + version.replaceFirst("^(\\d+\\.\\d+)\\..*", "$1"));
    }

    static String key(String type, String url) {
        return type + " " + url;
    }

    private static Map<String, String> head(byte[] resource) {
        Map<String, String> head = new HashMap<>();
        try (JsonParser json = JSON.createParser(resource)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    head.put(field, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return head;
    }
}
