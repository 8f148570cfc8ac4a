package org.precert.postgres;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Moves every server that the tests start from H2 to PostgreSQL, where the run asks for it: {@code ./mvnw -Ppostgresql
 * verify}. A server that would open the same folder again finds the same database again.
 */
final class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String ASKED = "precert.test.database";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean here = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:");
        if (here && "postgresql".equals(System.getProperty(ASKED))) {
            String folder = environment.getProperty("precert.data", "./data");
            String name = "d" + Integer.toHexString(folder.hashCode());
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            ASKED,
                            Map.of("spring.datasource.url", SharedPostgres.get().database(name))));
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
