package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    @TempDir
    Path data;

    @Test
    void makesTheTablesOfTheServerAndOfTheFhirStoreAndLeavesThemAloneTheNextTime() throws SQLException {
        assertThat(Migration.run(url())).isTrue();
        assertThat(tables()).contains("flyway_schema_history", "pa_case", "pas_notification", "hfj_resource");
        Set<String> before = tables();

        assertThat(Migration.run(url())).isTrue();
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void saysSoWhenTheDatabaseDoesNotAnswer() {
        assertThat(Migration.run("--spring.datasource.url=jdbc:h2:tcp://localhost:1/none"))
                .isFalse();
    }

    private String url() {
        return "--spring.datasource.url=jdbc:h2:file:" + data.resolve("db");
    }

    private Set<String> tables() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("db"));
                ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
