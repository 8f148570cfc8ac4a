package org.precert.platform;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.precert.evaluation.PolicyDesk;
import org.precert.evaluation.PolicyDesks;
import org.precert.policy.InvalidPolicy;
import org.precert.policy.PolicyFiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The policies and the terminology that are built in, and those of the deployment's own folder: {@code <payer>/...} and
 * {@code terminology/*.json} in it.
 */
record PolicyFolders(List<PolicyFiles> policies, List<JsonNode> terminology) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PolicyFolders load(Optional<Path> dir) {
        List<PolicyFiles> policies = new ArrayList<>(List.of(PolicyFiles.ofClasspath(PolicyDesks.POLICIES)));
        List<JsonNode> terminology = new ArrayList<>(builtIn());
        dir.map(PolicyFiles::ofDirectory).ifPresent(own -> {
            policies.add(own);
            own.below("terminology").ending(".json").forEach((file, text) -> terminology.add(json(file, text)));
        });
        return new PolicyFolders(policies, terminology);
    }

    /** @param path as in {@code <payer>/<policy>/policy.md} */
    Optional<String> text(String path) {
        return policies.stream().flatMap(files -> files.text(path).stream()).findFirst();
    }

    PolicyDesk open(FhirContext fhir, Duration timeLimit, boolean demo) {
        return new PolicyDesks(fhir, terminology, timeLimit).open(policies, demo);
    }

    private static List<JsonNode> builtIn() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:fhir/terminology/*.json"))
                    .map(PolicyFolders::json)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String file, String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new InvalidPolicy("terminology/" + file + " is not valid JSON", e);
        }
    }
}
