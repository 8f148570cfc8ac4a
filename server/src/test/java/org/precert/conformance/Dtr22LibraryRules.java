package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.CQL_AND_ELM;
import static org.precert.conformance.Dtr22Rule.ELM_OF_THE_LIBRARY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A library carries its CQL and, compiled from just that, its ELM. */
final class Dtr22LibraryRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Dtr22LibraryRules() {}

    static void check(JsonNode bundle, Dtr22Findings findings) {
        for (JsonNode library : DtrTree.resources(bundle, "Library")) {
            String name = library.path("name").asText();
            String version = library.path("version").asText();
            String cql = data(library, "text/cql");
            JsonNode elm = elm(library);
            findings.unless(!cql.isEmpty(), CQL_AND_ELM, name + " has no CQL");
            findings.unless(!elm.isMissingNode(), CQL_AND_ELM, name + " has no ELM");
            findings.unless(
                    elm.at("/library/identifier/id").asText().equals(name)
                            && elm.at("/library/identifier/version").asText().equals(version),
                    ELM_OF_THE_LIBRARY,
                    name + "|" + version + " has that of " + elm.at("/library/identifier"));
            findings.unless(
                    cql.matches("(?s).*\\blibrary\\s+\"?\\Q" + name + "\\E\"?\\s+version\\s+'\\Q" + version + "\\E'.*"),
                    ELM_OF_THE_LIBRARY,
                    name + "|" + version + " has CQL of another name or version");
        }
    }

    /** The defines of a library, as its ELM has them. */
    static List<String> defines(JsonNode library) {
        return DtrTree.children(elm(library).at("/library/statements/def"))
                .map(define -> define.path("name").asText())
                .toList();
    }

    private static JsonNode elm(JsonNode library) {
        try {
            return JSON.readTree(data(library, "application/elm+json"));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String data(JsonNode library, String type) {
        return DtrTree.children(library.path("content"))
                .filter(content -> content.path("contentType").asText().equals(type))
                .map(content -> decoded(content.path("data").asText()))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
