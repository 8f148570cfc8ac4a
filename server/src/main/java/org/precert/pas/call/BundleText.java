package org.precert.pas.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Takes the text of a Bundle apart and keeps, for every entry, the very text of its resource. */
final class BundleText {

    private static final int MOST_ENTRIES = 2_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String RESOURCE = "resource";
    private static final String NOT_JSON = "The body is not valid JSON";

    /**
     * An entry as sent.
     *
     * @param rest the entry without its resource
     * @param resource missing where there was no object
     * @param raw its text; empty without a resource
     */
    record Sent(ObjectNode rest, @Nullable ObjectNode resource, String raw) {}

    /** @param head the Bundle without its entries */
    record Parts(ObjectNode head, List<Sent> entries) {}

    private final ObjectMapper json;
    private final ObjectReader inner;

    BundleText(ObjectMapper json) {
        this.json = json;
        this.inner = json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** @throws InvalidRequest for what is no JSON object in UTF-8, with each key once and nothing behind it */
    Parts read(byte[] body) {
        String text = text(body);
        try (JsonParser parser = json.getFactory().createParser(text)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("", "The body is not a JSON object");
            }
            Parts parts = bundle(parser, text);
            if (text.contains("\\u") && !isText(parts)) {
                throw malformed("", "The body has an escape that stands for no character");
            }
            if (parser.nextToken() != null) {
                throw malformed("", "Something follows the end of the Bundle");
            }
            return parts;
        } catch (ArithmeticException e) {
            throw malformed("", "The body has a number that is too large or too small");
        } catch (JsonProcessingException e) {
            throw malformed("", NOT_JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Parts parts) {
        return Characters.areText(parts.head())
                && parts.entries().stream()
                        .allMatch(entry -> Characters.areText(entry.rest())
                                && (entry.resource() == null || Characters.areText(entry.resource())));
    }

    private Parts bundle(JsonParser parser, String text) throws IOException {
        ObjectNode head = json.createObjectNode();
        List<Sent> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            if (!field.equals("entry")) {
                head.set(field, inner.readTree(parser));
            } else if (token == JsonToken.START_ARRAY) {
                entries(parser, text, entries);
            } else {
                throw malformed("Bundle.entry", "The entries are not a list");
            }
        }
        return new Parts(head, List.copyOf(entries));
    }

    private void entries(JsonParser parser, String text, List<Sent> entries) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String path = "Bundle.entry[" + entries.size() + "]";
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw malformed(path, "An entry is not an object");
            }
            if (entries.size() == MOST_ENTRIES) {
                throw new InvalidRequest(Kind.TOO_LARGE, "Bundle.entry", "There are more entries than " + MOST_ENTRIES);
            }
            entries.add(entry(parser, text, path));
        }
    }

    private Sent entry(JsonParser parser, String text, String path) throws IOException {
        ObjectNode rest = json.createObjectNode();
        ObjectNode resource = null;
        String raw = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            if (!field.equals(RESOURCE)) {
                rest.set(field, inner.readTree(parser));
            } else if (token == JsonToken.START_OBJECT) {
                int start = (int) parser.currentTokenLocation().getCharOffset();
                resource = inner.readTree(parser) instanceof ObjectNode object ? object : null;
                raw = text.substring(start, (int) parser.currentLocation().getCharOffset());
            } else {
                throw malformed(path + ".resource", "A resource is not an object");
            }
        }
        return new Sent(rest, resource, raw);
    }

    /** Decoded strictly: what can not be decoded could not be echoed as it was sent. */
    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed("", "The body is not UTF-8");
        }
    }

    private static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
