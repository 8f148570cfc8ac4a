package org.precert.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each test that docs/limits.md names against a hazard is there, and is a test. */
class HazardTableTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final List<Path> TESTS = List.of(Path.of("src/test/java"), Path.of("../cql/src/test/java"));

    @Test
    void everyHazardHasATestThatIsThere() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/limits.md")).stream()
                .dropWhile(line -> !line.startsWith("## Hazards"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| hazard"))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(15)
                .allMatch(row -> NAMED.matcher(row).find());
        List<String> missing = new ArrayList<>();
        for (String row : rows) {
            for (MatchResult named : NAMED.matcher(row).results().toList()) {
                boolean there = source(named.group(1))
                        .filter(text -> Pattern.compile("void " + named.group(2) + "\\(")
                                .matcher(text)
                                .find())
                        .isPresent();
                if (!there) {
                    missing.add(named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Optional<String> source(String test) throws IOException {
        for (Path root : TESTS) {
            try (Stream<Path> files = Files.walk(root)) {
                Optional<Path> found = files.filter(
                                file -> file.getFileName().toString().equals(test + ".java"))
                        .findFirst();
                if (found.isPresent()) {
                    return Optional.of(Files.readString(found.get()));
                }
            }
        }
        return Optional.empty();
    }
}
