package org.precert.postgres;

import org.precert.testing.DemoServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One server on a PostgreSQL that was empty before, for all tests that extend this. */
@DemoServer
abstract class PostgresServer {

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry registry) {
        String url = SharedPostgres.get().newDatabase();
        registry.add("spring.datasource.url", () -> url);
    }
}
