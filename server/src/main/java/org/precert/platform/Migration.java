package org.precert.platform;

import javax.sql.DataSource;
import org.precert.platform.fhirstore.FhirSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Brings the database to this version and ends: {@code java -cp precert.jar org.precert.platform.Migration}, with the
 * settings of the server. A server does the same when it starts; this is for those who do it before, as another user.
 */
public final class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private Migration() {}

    /** Not found by the scan of the application. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(ColumnOfBytes.class)
    static class Tables {}

    public static void main(String[] args) {
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        System.exit(run(args) ? 0 : 1);
    }

    static boolean run(String... args) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Tables.class)
                .web(WebApplicationType.NONE)
                .run(args)) {
            new FhirSchema(context.getBean(DataSource.class)).bringUp();
            LOG.info("The database is that of this version");
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The database is not that of this version", e);
            return false;
        }
    }
}
