package org.precert.platform.fhirstore;

import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The databases that the store runs on. */
enum Dialect {
    H2(HapiFhirH2Dialect.class),
    POSTGRESQL(HapiFhirPostgresDialect.class);

    private final Class<?> hibernateClass;

    Dialect(Class<?> hibernateClass) {
        this.hibernateClass = hibernateClass;
    }

    String hibernateName() {
        return hibernateClass.getName();
    }

    static Dialect of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> H2;
                case "PostgreSQL" -> POSTGRESQL;
                default -> throw new IllegalStateException("The FHIR store does not run on " + product);
            };
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the FHIR store does not answer", e);
        }
    }
}
