package org.precert.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** A sample request for prior authorization, to be sent again and again as requests that nobody has sent before. */
public final class PasSample {

    /** Requests of two lines that stand alone: of every payer; approved, pended for a form or a clinician, not required. */
    public static final List<String> OF_TWO_LINES = List.of(
            "bcbsks-investigational-pain",
            "bcbsks-mixed-lines",
            "bcbsri-commercial-not-medically-necessary",
            "example-authorization-required-criteria-met",
            "example-criteria-unknown",
            "excellus-investigational-pain",
            "medica-medicare-primary-authorization-required",
            "premera-investigational-pain");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "@own@";
    private static final String URL = "@url@";

    private final String template;

    private PasSample(String template) {
        this.template = template;
    }

    /** @param version of the guide */
    public static PasSample of(String version, String name) {
        try {
            JsonNode sample = JSON.readTree(Samples.text("pas/" + version + "/" + name + ".json"));
            String url = sample.at("/entry/0/fullUrl").asText();
            ObjectNode claim = (ObjectNode) sample.at("/entry/0/resource");
            if (claim.has("id")) {
                claim.put("id", URL);
            }
            return new PasSample(sample.toString()
                    .replace(sample.at("/identifier/value").asText(), "urn:uuid:" + OWN)
                    .replace(quoted(claim.at("/identifier/0/value")), "\"C-" + OWN + "\"")
                    .replace(quoted(sample.findPath("subscriberId")), "\"M-" + OWN + "\"")
                    .replace(
                            url,
                            url.startsWith("urn:")
                                    ? "urn:uuid:" + URL
                                    : url.substring(0, url.lastIndexOf('/') + 1) + URL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(JsonNode value) {
        return "\"" + value.asText() + "\"";
    }

    /** The request under identifiers of its own, for a member of its own. */
    public String fresh() {
        return template.replace(OWN, UUID.randomUUID().toString())
                .replace(URL, UUID.randomUUID().toString());
    }
}
