package org.precert.platform.fhirstore;

import ca.uhn.fhir.util.VersionUtil;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The tables of HAPI FHIR JPA. They are made by the script that HAPI ships for its database, and changed by HAPI's own
 * migrations; Hibernate makes and changes none. Which versions they were brought up for stands in {@code
 * fhir_schema_history}, so that a start asks one question.
 */
public final class FhirSchema {

    private static final Logger LOG = LoggerFactory.getLogger(FhirSchema.class);
    private static final String IS_CURRENT = "select count(*) from fhir_schema_history where hapi_version = ?";
    private static final String REMEMBER = "insert into fhir_schema_history (hapi_version, brought_at) values (?, ?)";

    /**
     * Any number, as long as nothing else in this database locks by it. It is held by the connection, so it ends with it, and
     * asked for again and again: whoever waited in the database would keep HAPI from making an index beside running work.
     */
    private static final String LOCK = "select pg_try_advisory_lock(7262019)";

    private static final String UNLOCK = "select pg_advisory_unlock(7262019)";
    private static final long PAUSE = 250;

    /** In this transaction: making tables may take longer than an answer may. */
    private static final String PATIENCE = "set local lock_timeout = 0; set local statement_timeout = 0";

    private final DataSource database;
    private final String version;

    public FhirSchema(DataSource database) {
        this(database, VersionUtil.getVersion());
    }

    FhirSchema(DataSource database, String version) {
        this.database = database;
        this.version = version;
    }

    /** @return whether the tables are those of this version, or of one that came after it */
    public boolean isCurrent() {
        return isCurrent(new JdbcTemplate(database));
    }

    private boolean isCurrent(JdbcTemplate jdbc) {
        return Integer.valueOf(1).equals(jdbc.queryForObject(IS_CURRENT, Integer.class, version));
    }

    /**
     * Makes the tables, or brings them from an older version of HAPI to this one; changes nothing where they are current. One
     * node does it while others wait. Where it is ended half-way it begins again the next time: PostgreSQL then has nothing of
     * it, and H2 has a part that is passed over.
     */
    public void bringUp() {
        if (isCurrent()) {
            return;
        }
        long begin = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            alone(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the FHIR store could not be made", e);
        }
        LOG.info(
                "The tables of the FHIR store are those of HAPI {} after {} ms",
                version,
                (System.nanoTime() - begin) / 1_000_000);
    }

    private void alone(Connection connection) throws SQLException {
        SingleConnectionDataSource here = new SingleConnectionDataSource(connection, true);
        JdbcTemplate jdbc = new JdbcTemplate(here);
        if (Dialect.of(here) == Dialect.H2) {
            bringUp(connection, jdbc, Dialect.H2);
            return;
        }
        while (!Boolean.TRUE.equals(jdbc.queryForObject(LOCK, Boolean.class))) {
            pause();
        }
        try {
            bringUp(connection, jdbc, Dialect.POSTGRESQL);
        } finally {
            unlock(jdbc);
        }
    }

    /** What led here is the trouble to tell: with a connection that is broken the lock is gone too. */
    private static void unlock(JdbcTemplate jdbc) {
        try {
            jdbc.queryForObject(UNLOCK, Boolean.class);
        } catch (DataAccessException e) {
            LOG.debug("The lock went with its connection");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("It was stopped while another node made the tables", e);
        }
    }

    private void bringUp(Connection connection, JdbcTemplate jdbc, Dialect dialect) throws SQLException {
        if (isCurrent(jdbc)) {
            return;
        }
        HapiMigrations migrations = new HapiMigrations(dialect);
        if (exists(connection, HapiMigrations.TABLE)) {
            migrations.upgrade(database);
            remember(jdbc);
        } else {
            make(connection, jdbc, dialect, migrations);
        }
    }

    private void make(Connection connection, JdbcTemplate jdbc, Dialect dialect, HapiMigrations migrations)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            if (dialect == Dialect.POSTGRESQL) {
                jdbc.execute(PATIENCE);
            }
            // In this project's first days Hibernate made the tables, of the version that HAPI's script makes too.
            if (dialect == Dialect.H2 || !exists(connection, HapiMigrations.MADE)) {
                migrations.make(jdbc);
            }
            migrations.noteAllAsDone(jdbc);
            remember(jdbc);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            takeBack(connection, e);
            throw e;
        }
    }

    private static void takeBack(Connection connection, Exception trouble) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            trouble.addSuppressed(e);
        }
    }

    private void remember(JdbcTemplate jdbc) {
        jdbc.update(REMEMBER, version, OffsetDateTime.now(ZoneOffset.UTC));
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        // HAPI quotes the name of the one, and not those of the others.
        for (String name : List.of(table, table.toLowerCase(Locale.ROOT))) {
            try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
                if (found.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
