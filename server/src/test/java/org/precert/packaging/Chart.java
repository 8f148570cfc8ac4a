package org.precert.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The Helm chart, rendered by Helm itself with what must be set and what a test sets besides. */
record Chart(List<ObjectNode> objects) {

    static final Path FOLDER = Path.of("../docker/helm/precert");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEAST = """
            baseUrl: https://precert.payer.example
            database:
              url: jdbc:postgresql://db.payer.example:5432/precert
              existingSecret: precert-database
            networkPolicy:
              databaseTo: [{ipBlock: {cidr: 10.1.2.3/32}}]
            """;

    /** Helm is a native library here, of Linux on amd64. */
    static boolean canBeRendered() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    static Chart with(String values) {
        return parsed(command(values).call());
    }

    /** With nothing of what must be set. */
    static Chart bare() {
        return parsed(new Helm(FOLDER).template().withName("shop").call());
    }

    static LintResult lint(String values) {
        try {
            // Lint takes no values: they are laid over the chart's own, in a copy.
            Path copy = Files.createTempDirectory("chart").resolve("precert");
            try (Stream<Path> files = Files.walk(FOLDER)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(FOLDER.relativize(file).toString()));
                }
            }
            ObjectNode merged = (ObjectNode) read(Files.readString(FOLDER.resolve("values.yaml")));
            lay(merged, (ObjectNode) read(LEAST));
            lay(merged, (ObjectNode) read(values));
            Files.writeString(copy.resolve("values.yaml"), merged.toString());
            return new Helm(copy).lint().strict().call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateCommand command(String values) {
        return new Helm(FOLDER)
                .template()
                .withName("shop")
                .withNamespace("payer")
                .withValuesFile(file(LEAST))
                .withValuesFile(file(values));
    }

    private static Chart parsed(String rendered) {
        List<ObjectNode> objects = new ArrayList<>();
        for (Object document : new Yaml().loadAll(rendered)) {
            if (document != null) {
                objects.add(JSON.valueToTree(document));
            }
        }
        return new Chart(objects);
    }

    ObjectNode one(String kind) {
        List<ObjectNode> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + kind);
        }
        return found.get(0);
    }

    List<ObjectNode> all(String kind) {
        return objects.stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
    }

    /** The template of the pods of a Deployment or Job. */
    JsonNode pod(String kind) {
        return one(kind).at("/spec/template/spec");
    }

    private static JsonNode read(String yaml) {
        Object value = new Yaml().load(yaml);
        return value == null ? JSON.createObjectNode() : JSON.valueToTree(value);
    }

    private static void lay(ObjectNode under, ObjectNode over) {
        over.fields().forEachRemaining(field -> {
            if (field.getValue() instanceof ObjectNode inner
                    && under.path(field.getKey()) instanceof ObjectNode below) {
                lay(below, inner);
            } else {
                under.set(field.getKey(), field.getValue());
            }
        });
    }

    private static Path file(String yaml) {
        try {
            return Files.writeString(Files.createTempFile("values", ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
