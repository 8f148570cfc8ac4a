package org.precert.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.precert.postgres.SharedPostgres;
import org.springframework.dao.DataAccessException;

/** The same on PostgreSQL, and what operations add there. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PostgresAuditTest {

    private static final Path DOCUMENT = Path.of("docs/audit.md");

    private AuditWorld world;

    @BeforeEach
    void start() {
        world = new AuditWorld(SharedPostgres.get().newDatabase(), "bytea");
    }

    @Test
    void manyAtOnceMakeUnbrokenChains() throws Exception {
        RecordedWithTheTransactionTest.appendFromManyThreads(world, 8, 50);
        assertThat(world.links()).isEqualTo(400);
        assertThat(world.verify().broken()).isEmpty();
    }

    @Test
    void aRowIsTheSameWhenItIsReadAgain() {
        Timestamp now = Timestamp.from(world.instant());
        world.jdbc().update("""
                        insert into pa_case (id, number, payer, client, version, line_of_business, state, received_at, expedited,
                          open_lines, extended, escalated, changed_at, events)
                        values ('c1', 'n1', 'acme', '', '2.2.1', '', '', ?, false, 0, false, 0, ?, 1)""", now, now);
        Object[] row = {"c1", 1, now, "opened", "Dr. Zo\u00eb", new byte[] {1, 0, -1}, new byte[] {4}};
        world.jdbc()
                .update(
                        "insert into case_event (case_id, number, at, kind, by_whom, body, actor) values (?, ?, ?, ?, ?, ?, ?)",
                        row);
        world.trail()
                .record(new AuditEntry.CaseEvents(
                        "c1",
                        "acme",
                        1,
                        List.of("opened"),
                        Who.client("ehr"),
                        List.of(CoveredTable.CASE_EVENT.row(row))));
        assertThat(world.verify().broken()).isEmpty();
        assertThat(world.verify().rows()).isOne();
        world.jdbc().update("update case_event set at = at + interval '1 microsecond'");
        assertThat(world.verify().broken()).extracting(BrokenLink::flaw).containsExactly(Flaw.ROW_CHANGED);
    }

    @Test
    void whatIsOverIsRemovedAndTheRestIsSound() {
        world.record(4).later(Duration.ofDays(366 * 7)).record(1);
        assertThat(world.sweep(Map.of("default", Period.ofYears(6)))).isEqualTo(4);
        assertThat(world.verify().broken()).isEmpty();
    }

    @Test
    void whatTheDocumentTellsOperationsToRunForbidsChanges() throws IOException {
        String document = Files.readString(DOCUMENT);
        String sql = document.substring(
                document.indexOf("```sql") + 6, document.indexOf("```", document.indexOf("```sql") + 6));
        world.record(3);
        world.jdbc().execute(sql);
        world.record(1);
        for (String change :
                List.of("update audit_link set kind = 'read'", "delete from audit_link", "truncate audit_link")) {
            assertThatThrownBy(() -> world.jdbc().execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("audit_link");
        }
        assertThat(world.verify().links()).isEqualTo(4);
    }
}
