package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;

/** Cases are for inquiries, appeals, metrics and audits for years: no statement of ours takes one away. */
class RetentionTest {

    /** The rows that show how a case stands are written anew with each change, in one transaction. */
    private static final Pattern REMOVES = Pattern.compile(
            "(delete\\s+from|truncate(\\s+table)?|drop\\s+table)\\s+(pa_case|case_event|case_key|submission)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    @PasRequirement({"spec-73", "own@retention"})
    void nothingDeletesACaseARequestOrAnAnswer() throws IOException {
        assertThat(REMOVES.matcher("delete from case_event where").find()).isTrue();
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(sources).noneMatch(path -> REMOVES.matcher(text(path)).find());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
                Stream<Path> sql = Files.walk(Path.of("src/main/resources/db"))) {
            return Stream.concat(java, sql).filter(Files::isRegularFile).toList();
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
