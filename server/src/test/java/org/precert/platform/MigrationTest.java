package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precert.platform.fhirstore.FhirSchema;

class MigrationTest {

    @TempDir
    Path data;

    @Test
    void makesTheTablesOfTheServerAndOfTheFhirStoreAndLeavesThemAloneTheNextTime() throws SQLException {
        assertThat(Migration.run("--spring.datasource.url=" + url("db"))).isTrue();
        assertThat(tables()).contains("flyway_schema_history", "pa_case", "pas_notification", "hfj_resource");
        Set<String> before = tables();

        assertThat(Migration.run("--spring.datasource.url=" + url("db"))).isTrue();
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void aServerThatMayNotMigrateRefusesOlderTables() {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(url("older"), "sa", "")
                .placeholders(Map.of("bytes", "varbinary(16777216)"));
        TablesAtStart mayNot = new TablesAtStart(false);
        assertThatThrownBy(() -> mayNot.migrate(configuration.load()))
                .hasMessageContaining("run org.precert.platform.Migration");
        configuration.load().migrate();
        assertThatThrownBy(() -> mayNot.migrate(configuration.load()))
                .as("those of the FHIR store are missing")
                .hasMessageContaining("run org.precert.platform.Migration");
        new FhirSchema(configuration.getDataSource()).bringUp();
        assertThatCode(() -> mayNot.migrate(configuration.load())).doesNotThrowAnyException();
    }

    @Test
    void saysSoWhenTheDatabaseDoesNotAnswer() {
        assertThat(Migration.run("--spring.datasource.url=jdbc:h2:tcp://localhost:1/none"))
                .isFalse();
    }

    private String url(String name) {
        return "jdbc:h2:file:" + data.resolve(name);
    }

    private Set<String> tables() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(url("db"));
                ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
