package org.precert.limits;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** How JSON of callers is read, wherever it is read: so deep, so many tokens, no key twice. */
public final class CallerJson {

    /** {@code 1E999999} is eight bytes, and a million digits. */
    public static final int LARGEST_EXPONENT = 100;

    /** No FHIR resource is nested deeper than this; what is deeper is an attack or a mistake. */
    private static final int DEEPEST = 100;

    /** Two megabytes without a document have half of this. An empty object takes three bytes to send, and a hundred to keep. */
    private static final int MOST_TOKENS = 400_000;

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 256;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxTokenCount(MOST_TOKENS)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private CallerJson() {}

    public static JsonFactory factory() {
        return FACTORY.copy();
    }

    /** Whether somebody with another parser may have it: one value, within all that holds here. */
    static boolean isSane(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.VALUE_STRING) {
                    // Its letters are looked at when they are asked for.
                    parser.getTextLength();
                }
                if (token == JsonToken.VALUE_NUMBER_FLOAT && !isSaneNumber(parser.getText())) {
                    return false;
                }
                if (depth == 0) {
                    return parser.nextToken() == null;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isSaneNumber(String number) {
        int at = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (at < 0) {
            return true;
        }
        String digits = number.substring(at + 1).replaceFirst("^[+-]?0*", "");
        return digits.length() <= 3 && (digits.isEmpty() || Integer.parseInt(digits) <= LARGEST_EXPONENT);
    }
}
