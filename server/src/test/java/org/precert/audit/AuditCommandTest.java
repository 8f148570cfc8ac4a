package org.precert.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command, on a database that no server has open. */
class AuditCommandTest {

    private final AuditWorld world = new AuditWorld().inChain(2).record(3);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aSoundRecordEndsWithZeroAndTellsTheEnds() {
        assertThat(run("verify")).isZero();
        assertThat(said())
                .contains("chain 2: links 1 to 3, head 2:3:")
                .contains("3 links and 0 rows that they cover were read: sound");
    }

    @Test
    void aBrokenOneEndsWithOneAndNamesTheLink() {
        world.jdbc().update("update audit_link set kind = 'exchange' where number = 2");
        assertThat(run("verify")).isOne();
        assertThat(said()).contains("BROKEN chain 2, link 2: what stands in it does not fit its hash");
    }

    @Test
    void whatWasSeenBeforeIsExpected() {
        String head = world.verify().chains().get(2).head().text();
        assertThat(run("verify", "--expect=" + head)).isZero();
        assertThat(run("verify", "--expect=2:3:" + "a".repeat(64))).isOne();
        assertThat(run("verify", "--expect=2:9:" + "a".repeat(64))).isOne();
    }

    @Test
    void withoutADatabaseOrWithoutSenseItEndsWithTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("verifi")).isEqualTo(2);
        assertThat(run("verify", "--expect=x")).isEqualTo(2);
        assertThat(new AuditCommand(new PrintStream(out))
                        .run(List.of("audit", "verify", "--spring.datasource.url=jdbc:h2:mem:nothing-here")))
                .isEqualTo(2);
        assertThat(new AuditCommand(new PrintStream(out))
                        .run(List.of(
                                "audit", "verify", "--spring.datasource.url=jdbc:h2:file:/tmp/precert-not-there/x")))
                .isEqualTo(2);
    }

    @Test
    void aSweepRemovesByTheRulesAndVerifies() {
        world.later(Duration.ofDays(-366 * 8)).inChain(4).record(2);
        assertThat(run("sweep", "--precert.audit.keep.default=P6Y")).isZero();
        assertThat(said()).containsPattern("[12] links were removed");
    }

    @Test
    void ofABrokenRecordNothingIsSwept() {
        world.later(Duration.ofDays(-366 * 8)).inChain(4).record(2);
        world.jdbc().update("update audit_link set kind = 'exchange' where chain = 2 and number = 2");
        assertThat(run("sweep", "--precert.audit.keep.default=P6Y")).isOne();
        assertThat(world.links()).isEqualTo(5);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(Arrays.asList(arguments));
        all.add("--spring.datasource.url=" + world.url());
        return new AuditCommand(new PrintStream(out)).run(all);
    }

    private String said() {
        return out.toString(UTF_8);
    }
}
