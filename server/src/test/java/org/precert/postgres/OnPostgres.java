package org.precert.postgres;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Moves every server that the tests start from H2 to PostgreSQL, where the run asks for it: {@code ./mvnw -Ppostgresql
 * verify}. A server that would open the same folder again finds the same database again. Who says which database it wants gets
 * that one.
 */
final class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String URL = "spring.datasource.url";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (WhereTestsRan.areOnPostgres() && isUsual(environment)) {
            String folder = environment.getProperty("precert.data", "./data");
            String name = "d" + Integer.toHexString(folder.hashCode());
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "on PostgreSQL", Map.of(URL, SharedPostgres.get().database(name))));
        }
        Optional.ofNullable(environment.getProperty(URL)).ifPresent(WhereTestsRan::server);
    }

    /** Whether nobody said which, but the application itself. */
    private static boolean isUsual(ConfigurableEnvironment environment) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source.containsProperty(URL) && !source.getName().equals("configurationProperties")) {
                return source.getName().contains("application.yaml");
            }
        }
        return false;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
