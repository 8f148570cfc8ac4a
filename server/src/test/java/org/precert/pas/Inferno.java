package org.precert.pas;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What Inferno's PAS kit sends and asserts, kit v0.15.1, for its suite of payers: spec/pas.md 3. */
final class Inferno {

    private static final String FOLDER = "shared/fixtures/inferno-pas/v221";

    private Inferno() {}

    /** A request of the kit; a test without the kit's requests is skipped, and says so. */
    static ObjectNode request(String name) {
        Optional<Path> folder = Stream.of(Path.of("../..", FOLDER), Path.of("..", FOLDER))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(
                folder.isPresent(),
                "there is no folder " + FOLDER + " beside the project: nothing of Inferno's was sent");
        try {
            return PasCall.json(Files.readString(folder.orElseThrow().resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PasCall.Answer submit(int port, JsonNode request) {
        return PasCall.post(port, "/pas/2.2.1/fhir/Claim/$submit", request.toString());
    }

    static PasCall.Answer inquire(int port, JsonNode request) {
        return PasCall.post(port, "/pas/2.2.1/fhir/Claim/$inquire", request.toString());
    }

    static Set<Integer> submitted(JsonNode request) {
        Set<Integer> sequences = new HashSet<>();
        request.at("/entry/0/resource/item")
                .forEach(item -> sequences.add(item.path("sequence").asInt()));
        return sequences;
    }
}
