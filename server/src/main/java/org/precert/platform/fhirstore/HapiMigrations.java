package org.precert.platform.fhirstore;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrationLock;
import ca.uhn.fhir.jpa.migrate.HapiMigrationStorageSvc;
import ca.uhn.fhir.jpa.migrate.MigrationTaskList;
import ca.uhn.fhir.jpa.migrate.SchemaMigrator;
import ca.uhn.fhir.jpa.migrate.dao.HapiMigrationDao;
import ca.uhn.fhir.jpa.migrate.dao.MigrationQueryBuilder;
import ca.uhn.fhir.jpa.migrate.entity.HapiMigrationEntity;
import ca.uhn.fhir.jpa.migrate.taskdef.BaseTask;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.jpa.migrate.tasks.SchemaInitializationProvider;
import ca.uhn.fhir.util.VersionEnum;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What HAPI ships for its tables: a script that makes them, and the steps from each of its versions to the next. */
final class HapiMigrations {

    /** Where HAPI notes which of its steps were done; its command line reads that too. */
    static final String TABLE = SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME;

    /** One of the tables that the script makes. */
    static final String MADE = "HFJ_RESOURCE";

    private static final String SCRIPTS = "/ca/uhn/hapi/fhir/jpa/docs/database/nonpartitioned";
    private static final Pattern MAKES =
            Pattern.compile("(?i)(create (?:sequence|table|(?:unique )?index)|add constraint) (?!if )");

    private final DriverTypeEnum driver;

    HapiMigrations(Dialect dialect) {
        this.driver = dialect == Dialect.POSTGRESQL ? DriverTypeEnum.POSTGRES_9_4 : DriverTypeEnum.H2_EMBEDDED;
    }

    /** Runs the script, in the transaction of whoever calls. */
    void make(JdbcTemplate jdbc) {
        new SchemaInitializationProvider("HAPI FHIR", SCRIPTS, MADE, true)
                .getSqlStatements(driver).stream().map(this::again).forEach(jdbc::execute);
    }

    /** Notes that no step is left to be done. */
    @SuppressWarnings("JavaUtilDate") // HAPI's.
    void noteAllAsDone(JdbcTemplate jdbc) {
        MigrationQueryBuilder notes = new MigrationQueryBuilder(driver, TABLE);
        jdbc.execute(again(notes.createTableStatement()));
        jdbc.execute(again(notes.createIndexStatement()));
        Date now = new Date();
        List<HapiMigrationEntity> done = new ArrayList<>();
        done.add(HapiMigrationEntity.tableCreatedRecord());
        for (BaseTask task : tasks()) {
            HapiMigrationEntity note = HapiMigrationEntity.fromBaseTask(task);
            note.setPid(done.size());
            note.setScript("HAPI FHIR " + task.getProductVersion());
            note.setInstalledBy("precert");
            note.setInstalledOn(now);
            note.setExecutionTime(0);
            note.setSuccess(true);
            done.add(note);
        }
        jdbc.batchUpdate(
                notes.insertPreparedStatement(),
                done,
                done.size(),
                (row, note) -> note.asPreparedStatementSetter().setValues(row));
    }

    /** Does the steps that are left, each in transactions of its own, while nobody else does. */
    void upgrade(DataSource database) {
        // Of a node that was ended at it: HAPI itself would wait for it, and then ask a person.
        new JdbcTemplate(database)
                .update("delete from \"" + TABLE + "\" where \"installed_rank\" = ?", HapiMigrationLock.LOCK_PID);
        HapiMigrationStorageSvc notes = new HapiMigrationStorageSvc(new HapiMigrationDao(database, driver, TABLE));
        SchemaMigrator migrator = new SchemaMigrator("HAPI FHIR", TABLE, database, new Properties(), tasks(), notes);
        migrator.setDriverType(driver);
        migrator.migrate();
    }

    private static MigrationTaskList tasks() {
        return new HapiFhirJpaMigrationTasks(Set.of()).getTaskList(VersionEnum.V0_1, VersionEnum.latestVersion());
    }

    /** H2 commits each statement: after an end half-way some of what they make is there. */
    private String again(String statement) {
        if (driver == DriverTypeEnum.POSTGRES_9_4) {
            return statement;
        }
        Matcher makes = MAKES.matcher(statement);
        return makes.find() ? makes.replaceFirst("$1 if not exists ") : statement;
    }
}
