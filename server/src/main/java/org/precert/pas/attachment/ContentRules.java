package org.precert.pas.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Rules of what may be sent as a document. A document comes with its content: PAS 2.2.1 has attachment.data 1..1 and
 * attachment.url 0..0, CDex leaves the choice to the server, and no address that somebody names is ever called.
 */
final class ContentRules {

    private static final int MOST_ENTRIES = 2_000;

    private ContentRules() {}

    /** @throws InvalidRequest naming the place */
    static void check(JsonNode resource, String path) {
        switch (resource.path("resourceType").asText()) {
            case "Bundle" -> checkBundle(resource, path);
            case "DocumentReference" -> checkDocument(resource, path);
            case "Binary" -> checkData(resource, path);
            default -> {
                // Any other resource is its own content.
            }
        }
    }

    private static void checkBundle(JsonNode bundle, String path) {
        JsonNode entries = bundle.path("entry");
        if (!entries.isArray() || entries.isEmpty()) {
            throw Given.malformed(path + ".entry", "The Bundle has no entries");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new InvalidRequest(Kind.TOO_LARGE, path + ".entry", "There are more entries than " + MOST_ENTRIES);
        }
        for (int i = 0; i < entries.size(); i++) {
            JsonNode resource = entries.path(i).path("resource");
            String place = path + ".entry[" + i + "].resource";
            if (!resource.path("resourceType").isTextual()) {
                throw Given.malformed(place, "An entry has no resource");
            }
            // A Bundle within a Bundle is kept and not looked into.
            if (!resource.path("resourceType").asText().equals("Bundle")) {
                check(resource, place);
            }
        }
    }

    private static void checkDocument(JsonNode document, String path) {
        JsonNode contents = document.path("content");
        if (!contents.isArray() || contents.isEmpty()) {
            throw Given.malformed(path + ".content", "A document has no content");
        }
        for (int i = 0; i < contents.size(); i++) {
            JsonNode attachment = contents.path(i).path("attachment");
            String place = path + ".content[" + i + "].attachment";
            if (!attachment.has("data") && attachment.has("url")) {
                throw new InvalidRequest(
                        Kind.NOT_CONFORMANT,
                        place + ".url",
                        "A document is sent with its content (data): no address is called to fetch it");
            }
            checkData(attachment, place);
        }
    }

    private static void checkData(JsonNode holder, String path) {
        String data = holder.path("data").isTextual() ? holder.path("data").textValue() : "";
        if (data.isBlank() || !isBase64(data)) {
            throw Given.malformed(path + ".data", "A document has no content in Base64");
        }
    }

    /** Line breaks are usual in MIME's form, which FHIR R4 allows. */
    private static boolean isBase64(String data) {
        try {
            return Base64.getDecoder().decode(data.replaceAll("\\s", "")).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
