package org.precert.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code audit verify} and {@code audit sweep}: without a server, on the database that the same settings name. It ends with 0 if
 * the record is sound, 1 if it is broken, 2 if that can not be told.
 */
public final class AuditCommand {

    /** The first argument that means this. */
    public static final String NAME = "audit";

    private static final int SOUND = 0;
    private static final int BROKEN = 1;
    private static final int UNKNOWN = 2;
    private static final String EXPECT = "--expect=";
    private static final String USAGE =
            "audit verify [--expect=<chain>:<number>:<hash>]... | audit sweep, with the settings of the server";

    private final PrintStream out;

    AuditCommand(PrintStream out) {
        this.out = out;
    }

    /** Nothing is made but what is needed here. */
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    /**
     * Runs it, and ends this process.
     *
     * @param arguments the name of the command is the first of them
     */
    public static void main(String[] arguments) {
        try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true)) {
            System.exit(new AuditCommand(out).run(List.of(arguments)));
        }
    }

    int run(List<String> arguments) {
        String what = arguments.size() > 1 ? arguments.get(1) : "";
        Optional<List<ChainPoint>> expected = expected(arguments);
        if (!List.of("verify", "sweep").contains(what) || expected.isEmpty()) {
            out.println(USAGE);
            return UNKNOWN;
        }
        String[] settings = arguments.stream()
                .skip(2)
                .filter(each -> !each.startsWith(EXPECT))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=error")
                .run(settings)) {
            Environment environment = context.getEnvironment();
            DataSource source = source(environment);
            return what.equals("verify") ? verify(source, expected.get()) : sweep(source, environment);
        } catch (DataAccessException | TransactionException e) {
            out.println(
                    "The record could not be read: " + e.getMostSpecificCause().getMessage());
            return UNKNOWN;
        }
    }

    private static Optional<List<ChainPoint>> expected(List<String> arguments) {
        List<ChainPoint> points = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith(EXPECT)) {
                Optional<ChainPoint> point = ChainPoint.of(argument.substring(EXPECT.length()));
                if (point.isEmpty()) {
                    return Optional.empty();
                }
                points.add(point.get());
            }
        }
        return Optional.of(points);
    }

    /** An H2 file that is not there is not made: it would be a record without links, and sound. */
    private static DataSource source(Environment environment) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        DriverManagerDataSource source = new DriverManagerDataSource();
        source.setUrl(url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE" : url);
        Optional.ofNullable(environment.getProperty("spring.datasource.username"))
                .ifPresent(source::setUsername);
        Optional.ofNullable(environment.getProperty("spring.datasource.password"))
                .ifPresent(source::setPassword);
        return source;
    }

    private int verify(DataSource source, List<ChainPoint> expected) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        TransactionTemplate snapshot = AuditConfiguration.snapshot(new JdbcTransactionManager(source));
        Verification found = new AuditCheck(jdbc, snapshot).verify(expected);
        VerificationText.lines(found).forEach(out::println);
        return found.sound() ? SOUND : BROKEN;
    }

    /** Of a broken record nothing is removed. */
    private int sweep(DataSource source, Environment environment) {
        Map<String, Period> rules = Binder.get(environment)
                .bind("precert.audit.keep", Bindable.mapOf(String.class, Period.class))
                .orElseGet(Map::of);
        int before = verify(source, List.of());
        if (before != SOUND) {
            return before;
        }
        JdbcTemplate jdbc = new JdbcTemplate(source);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        Clock clock = Clock.systemUTC();
        AuditTrail trail = new JdbcAuditTrail(new Chains(jdbc), transaction, clock);
        long removed = new Retention(jdbc, transaction, trail, new KeepRules(rules), clock).sweep();
        out.println(removed + " links were removed");
        return verify(source, List.of());
    }
}
