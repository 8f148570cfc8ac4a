package org.precert.forms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.precert.evaluation.DataNeed;
import org.precert.evaluation.FormLibrary;

/** Writes the libraries that fill forms: CQL and ELM, what they depend on, what they read of a chart. */
public final class LibraryWriter {

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/library-type";

    private final ObjectMapper json;
    private final String base;
    private final Function<String, String> valueSetVersion;

    /**
     * @param base of the FHIR server, as clients reach it
     * @param valueSetVersion of the canonical of a value set; empty if it has none
     */
    public LibraryWriter(ObjectMapper json, String base, Function<String, String> valueSetVersion) {
        this.json = json;
        this.base = base;
        this.valueSetVersion = valueSetVersion;
    }

    /** The id of a library's resource. */
    public static String id(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** @param shipped all that goes with it, where its dependencies are among */
    public ObjectNode write(FormLibrary library, List<FormLibrary> shipped, Flavour flavour) {
        ObjectNode written =
                json.createObjectNode().put("resourceType", "Library").put("id", id(library.name()));
        written.put("url", base + "/Library/" + library.name())
                .put("version", library.version())
                .put("name", library.name())
                .put("title", library.name())
                .put("status", "active");
        written.putObject("type")
                .putArray("coding")
                .addObject()
                .put("system", TYPES)
                .put("code", "logic-library")
                .put("display", "Logic Library");
        written.put("publisher", "Precert");
        written.put("description", "Reads a chart for the questions of a form. It decides nothing.");
        shipped.stream()
                .filter(other -> library.dependsOn().contains(other.name()))
                .forEach(other -> dependency(written.withArray("relatedArtifact"), other, flavour));
        parameters(written, library);
        library.needs().stream()
                .sorted(Comparator.comparing(DataNeed::type).thenComparing(DataNeed::valueSet))
                .forEach(need -> requirement(written.withArray("dataRequirement"), need, flavour));
        ArrayNode content = written.putArray("content");
        content(content, "text/cql", library.cql());
        content(content, "application/elm+json", library.elm());
        return written;
    }

    private void dependency(ArrayNode related, FormLibrary other, Flavour flavour) {
        String url = base + "/Library/" + other.name();
        related.addObject()
                .put("type", "depends-on")
                .put("display", other.name() + " " + other.version())
                .put("url", url)
                .put("resource", flavour.canonical(url, other.version()));
    }

    private void parameters(ObjectNode written, FormLibrary library) {
        for (JsonNode parameter : elm(library).at("/library/parameters/def")) {
            boolean list = parameter.has("parameterTypeSpecifier")
                    && parameter.path("parameterTypeSpecifier").has("elementType");
            written.withArray("parameter")
                    .addObject()
                    .put("name", parameter.path("name").asText())
                    .put("use", "in")
                    .put("min", 0)
                    .put("max", list ? "*" : "1")
                    .put("type", list ? "string" : "date");
        }
    }

    private JsonNode elm(FormLibrary library) {
        try {
            return json.readTree(library.elm());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ELM of " + library.name() + " is no JSON", e);
        }
    }

    private void requirement(ArrayNode requirements, DataNeed need, Flavour flavour) {
        ObjectNode requirement = requirements.addObject().put("type", need.type());
        if (!need.valueSet().isEmpty()) {
            requirement
                    .putArray("codeFilter")
                    .addObject()
                    .put("path", need.path())
                    .put("valueSet", versioned(need.valueSet(), flavour));
        }
    }

    private String versioned(String valueSet, Flavour flavour) {
        String version = valueSetVersion.apply(valueSet);
        return version.isEmpty() ? valueSet : flavour.canonical(valueSet, version);
    }

    private static void content(ArrayNode content, String type, String text) {
        content.addObject()
                .put("contentType", type)
                .put("data", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    }
}
