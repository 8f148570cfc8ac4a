package org.precert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java knows no payer and no drug: a sixth payer is a folder. */
class NoPayerInCodeTest {

    private static final List<String> KNOWN_TO_POLICIES_ALONE = List.of(
            "bcbsks",
            "bcbsri",
            "premera",
            "medica\"",
            "excellus",
            "blue cross",
            "ketamine",
            "lidocaine",
            "spravato",
            "j2001",
            "j3490",
            "96365");

    @ParameterizedTest
    @ValueSource(strings = {"../cql/src/main/java", "src/main/java"})
    void namesNeitherPayersNorDrugsNorTheirCodes(String sources) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(sources))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file).toLowerCase(Locale.ROOT))
                        .as(file.toString())
                        .doesNotContain(KNOWN_TO_POLICIES_ALONE);
            }
        }
    }
}
