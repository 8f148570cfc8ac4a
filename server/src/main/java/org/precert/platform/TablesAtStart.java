package org.precert.platform;

import org.flywaydb.core.Flyway;
import org.precert.platform.fhirstore.FhirSchema;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * A server brings up its own tables when it starts, and those of the FHIR store beside that. With {@code
 * precert.migrate=false} it changes none, and does not start where they are older than it is: {@link Migration} is run before.
 */
@Component
final class TablesAtStart implements FlywayMigrationStrategy {

    private final boolean migrates;

    TablesAtStart(@Value("${precert.migrate:true}") boolean migrates) {
        this.migrates = migrates;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (migrates) {
            flyway.migrate();
            return;
        }
        int missing = flyway.info().pending().length;
        if (missing > 0 || !new FhirSchema(flyway.getConfiguration().getDataSource()).isCurrent()) {
            throw new IllegalStateException("The tables are older than this version (" + missing
                    + " migrations are missing, or those of the FHIR store), and precert.migrate is false:"
                    + " run org.precert.platform.Migration with the same settings first");
        }
    }
}
