package org.precert.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of what is in the jar, that the build puts into it. */
class SbomTest {

    private static final String FILE = "META-INF/sbom/application.cdx.json";

    @Test
    void listsWhatIsShippedAndNothingOfTheTests() throws IOException {
        try (InputStream file = SbomTest.class.getClassLoader().getResourceAsStream(FILE)) {
            assumeTrue(file != null, "SKIPPED: no " + FILE + "; Maven makes it");
            List<String> shipped = new ArrayList<>();
            for (JsonNode each : new ObjectMapper().readTree(file).path("components")) {
                shipped.add(each.path("purl").asText());
            }
            assertThat(shipped)
                    .hasSizeGreaterThan(100)
                    .anyMatch(purl -> purl.startsWith("pkg:maven/ca.uhn.hapi.fhir/hapi-fhir-jpaserver-base@"))
                    .anyMatch(purl -> purl.startsWith("pkg:maven/org.postgresql/postgresql@"))
                    .noneMatch(purl -> purl.contains("junit") || purl.contains("fabric8"));
        }
    }
}
