package org.precert.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The orders, coverages and people of the demo data are such as CRD 2.0.1 lets an EHR send. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("../fhir-resources/samples");

    /** These are checked against PAS instead, by PasSamplesTest. */
    private static final Path PAS = SAMPLES.resolve("pas");

    private static final Set<String> CHARTED = Set.of("Condition", "Observation", "Procedure");

    private static final ProfileValidator VALIDATOR = ProfileValidator.stu2();

    @BeforeEach
    void needsThePackages() {
        assumeTrue(VALIDATOR.isAvailable(), VALIDATOR.whyNot());
    }

    static Stream<Named<JsonNode>> resources() throws IOException {
        Set<JsonNode> resources = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json") && !each.startsWith(PAS))
                    .sorted()
                    .toList()) {
                JsonNode json = new ObjectMapper().readTree(file.toFile());
                carried(json).filter(SamplesTest::isProfiled).forEach(resources::add);
            }
        }
        return resources.stream()
                .map(each -> Named.of(
                        each.path("resourceType").asText() + "/"
                                + each.path("id").asText(),
                        each));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void conforms(JsonNode resource) {
        String profile =
                GuideSet.STU_2_0.crdProfile(resource.path("resourceType").asText());
        assertThat(VALIDATOR.errors(resource.toPrettyString(), profile)).isEmpty();
    }

    /** The resource itself, or those in the Bundle or the hook request that it is. */
    private static Stream<JsonNode> carried(JsonNode json) {
        if (json.has("hook")) {
            return Stream.of(
                            carried(json.at("/context/draftOrders")),
                            carried(json.at("/context/appointments")),
                            children(json.path("prefetch")).flatMap(SamplesTest::carried))
                    .flatMap(each -> each)
                    .filter(each -> !each.isMissingNode());
        }
        return json.has("entry") ? children(json.path("entry")).map(entry -> entry.path("resource")) : Stream.of(json);
    }

    /** CRD has no profile of the chart, and its order profiles speak of drafts only. */
    private static boolean isProfiled(JsonNode resource) {
        return !CHARTED.contains(resource.path("resourceType").asText())
                && List.of("", "draft", "active", "cancelled", "proposed", "in-progress")
                        .contains(resource.path("status").asText());
    }

    private static Stream<JsonNode> children(JsonNode parent) {
        return StreamSupport.stream(parent.spliterator(), false);
    }
}
