package org.precert.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Stream;
import org.precert.PrecertApplication;
import org.precert.cases.Person;
import org.precert.clients.TestClient;
import org.precert.signin.Sessions;
import org.precert.staff.Role;
import org.precert.staff.Staff;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One server as in production, over a database of its own, for all the tests that ask who is let in. One client is configured,
 * and two people of the staff are signed in. It ends with the tests.
 */
public final class ProductionServer {

    private static final ConfigurableApplicationContext SERVER = start();

    /** The cookies of an administrator and of a reviewer, both of all payers. */
    public static final String ADMIN = signIn("admin", Set.of(), Role.ADMINISTRATOR);

    public static final String NURSE = signIn("nurse", Set.of(), Role.REVIEWER);

    private ProductionServer() {}

    private static ConfigurableApplicationContext start() {
        String[] settings = {
            "--server.port=0",
            "--precert.data=" + folder(),
            // Tests call as fast as they can, and all from one address.
            "--precert.limits.rate=0",
            "--precert.limits.strangers.rate=0",
            // Nobody answers there: it is asked at a sign-in, and not before.
            "--precert.sign-in.issuer=https://sign-in.example",
            "--precert.sign-in.client-id=precert",
            "--precert.sign-in.client-secret=only-for-this-test"
        };
        return new SpringApplicationBuilder(PrecertApplication.class)
                .profiles("production")
                .run(Stream.concat(Stream.of(settings), Stream.of(TestClient.arguments()))
                        .toArray(String[]::new));
    }

    /**
     * As if the provider had vouched for this person; SignInTest does it by the protocol.
     *
     * @param payers that the person works for; none: all
     * @return the header Cookie
     */
    public static String signIn(String id, Set<String> payers, Role role) {
        boolean director = role == Role.MEDICAL_DIRECTOR;
        Person person = new Person(id, id, director ? "MD" : "RN", "", "", director);
        return "__Host-precert-staff="
                + SERVER.getBean(Sessions.class).start(new Staff(person, payers, Set.of(role)), "subject-of-" + id);
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
