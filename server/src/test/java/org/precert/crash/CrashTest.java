package org.precert.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The short form of the crash proof: a few kills. The long one is {@code ./mvnw -Pcrash -DskipTests verify}. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {

    private static final long SEED = 1;

    @TempDir
    Path folder;

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatWasAcknowledgedIsThereOnceHoweverTheServerEnds() throws Exception {
        Point committed = Point.named().stream()
                .filter(each -> each.at().equals("AFTER_COMMIT|insert into submission"))
                .findFirst()
                .orElseThrow();
        assertThat(kill(false, List.of(committed, Point.ANY_TIME))).isEmpty();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void andWhateverBecomesOfItsPostgresql() throws Exception {
        assertThat(kill(true, List.of(Point.DATABASE))).isEmpty();
    }

    /** @return what is wrong */
    private List<String> kill(boolean onPostgres, List<Point> points) throws Exception {
        List<String> program = Program.of(Program.ofTests(), folder);
        try (Lives lives = new Lives(program, folder, onPostgres, SEED)) {
            lives.begin();
            for (Point point : points) {
                lives.kill(point);
            }
            return lives.end().wrong();
        }
    }
}
