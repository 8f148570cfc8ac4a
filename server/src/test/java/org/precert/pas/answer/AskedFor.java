package org.precert.pas.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.precert.pas.call.InquiryRequest;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.RequestReader;
import org.precert.pas.call.SubmittedRequest;

/** Requests of four lines, as a clinic sends them, in spaces and spellings that no writer of ours would choose. */
final class AskedFor {

    static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";
    private static final String BASE = "https://clinic.example/fhir/";

    /** How entries are addressed. */
    enum Addresses {
        /** Relative references, and absolute addresses. */
        REST,
        /** UUIDs in both. */
        UUIDS
    }

    private AskedFor() {}

    static SubmittedRequest request(PasVersion version) {
        return request(version, Addresses.REST);
    }

    static SubmittedRequest request(PasVersion version, Addresses addresses) {
        return read(version, text(version, addresses));
    }

    static SubmittedRequest read(PasVersion version, String text) {
        return new RequestReader(JSON).submission(text.getBytes(StandardCharsets.UTF_8), version, true);
    }

    static InquiryRequest inquiry(PasVersion version) {
        String text = text(version, Addresses.REST).replace(PAS + "profile-claim\"", PAS + "profile-claim-inquiry\"");
        return new RequestReader(JSON).inquiry(text.getBytes(StandardCharsets.UTF_8), version, true);
    }

    static String text(PasVersion version, Addresses addresses) {
        String text =
                new AskedForText(version).bundle().toPrettyString().replace("\"birthDate\"", "\"birth\\u0044ate\"");
        return addresses == Addresses.REST ? text : uuids(text);
    }

    private static String uuids(String text) {
        String changed = text;
        int number = 0;
        for (String id : AskedForText.IDS) {
            String uuid = "urn:uuid:3f1c0a52-7d7e-4b5f-9a10-0000000000" + (10 + number++);
            changed = changed.replace("\"" + BASE + id + "\"", "\"" + uuid + "\"")
                    .replace("\"reference\" : \"" + id + "\"", "\"reference\" : \"" + uuid + "\"");
        }
        return changed;
    }

    static void entry(ArrayNode entries, ObjectNode resource) {
        ObjectNode entry = entries.addObject();
        entry.put(
                "fullUrl",
                BASE + resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText());
        entry.set("resource", resource);
    }
}
