package org.precert.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One JSON file of the module, and what it says. */
record FhirFile(Path path, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<FhirFile> under(String folder) {
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            return paths.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .map(FhirFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FhirFile read(Path path) {
        try {
            return new FhirFile(path, JSON.readTree(path.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    /** The file's name without {@code .json}. */
    String name() {
        return path.getFileName().toString().replaceFirst("\\.json$", "");
    }

    String type() {
        return json.path("resourceType").asText();
    }

    String id() {
        return json.path("id").asText();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
