package org.precert.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The terminology of fhir-resources, read from the folder beside this module. */
final class Terminology {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Terminology() {}

    static List<JsonNode> all() {
        try (Stream<Path> files = Files.list(Path.of("../fhir-resources/terminology"))) {
            return files.sorted().map(Terminology::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes of one of the project's code systems. */
    static List<String> codes(String codeSystem) {
        return all().stream()
                .filter(resource -> resource.path("url").asText().equals(codeSystem))
                .flatMap(resource -> resource.findValuesAsText("code").stream())
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
