package org.precert.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.stereotype.Component;

/** What each database calls a column of bytes: so that the migrations are written once, and one URL says which it is. */
@Component
final class ColumnOfBytes implements FlywayConfigurationCustomizer {

    private static final String H2 = "varbinary(16777216)";
    private static final String POSTGRESQL = "bytea";

    private final DataSource database;

    ColumnOfBytes(DataSource database) {
        this.database = database;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        Map<String, String> placeholders = new HashMap<>(migrations.getPlaceholders());
        placeholders.put("bytes", name());
        migrations.placeholders(placeholders);
    }

    private String name() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : H2;
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
