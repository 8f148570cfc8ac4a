package org.precert.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.precert.PrecertApplication;
import org.precert.clients.TestClient;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One server as in production, over a database of its own, for all the tests that ask who is let in. One client is configured,
 * and two people of the staff, one of whom is an administrator. It ends with the tests.
 */
public final class ProductionServer {

    /** Of {@code admin} and {@code nurse}: the keys to the hashes below. */
    public static final String ADMIN = "Basic YWRtaW46b25seS1mb3ItdGhpcy10ZXN0LWE=";

    public static final String NURSE = "Basic bnVyc2U6b25seS1mb3ItdGhpcy10ZXN0LW4=";

    private static final ConfigurableApplicationContext SERVER = start();

    private ProductionServer() {}

    private static ConfigurableApplicationContext start() {
        String[] settings = {
            "--server.port=0",
            "--precert.data=" + folder(),
            "--precert.registry.administrators=admin",
            "--precert.staff.admin.name=Admin",
            "--precert.staff.admin.key-sha256=fd482b4bed004b025a2ca2a4e17bbd75e5d51933081a7a5ddae2a52598140773",
            "--precert.staff.nurse.name=Nurse",
            "--precert.staff.nurse.key-sha256=bf94b4eaec15a3957bb1a7c8c99d195cd28044f5f4c2977a428e7c4d7a9bc868"
        };
        return new SpringApplicationBuilder(PrecertApplication.class)
                .profiles("production")
                .run(Stream.concat(Stream.of(settings), Stream.of(TestClient.arguments()))
                        .toArray(String[]::new));
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("precert-production").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ConfigurableApplicationContext context() {
        return SERVER;
    }

    public static Http http() {
        return new Http(SERVER.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
