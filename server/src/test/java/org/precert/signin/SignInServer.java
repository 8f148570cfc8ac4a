package org.precert.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.clients.TestClock;
import org.precert.outgoing.OutgoingHttp;
import org.precert.staff.Staff;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A node with the staff's sign-in alone in a real server; behind it, a service that tells who reached it. */
final class SignInServer implements AutoCloseable {

    static final TestClock CLOCK = new TestClock();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    /** No part of the application, which would find it else. */
    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    @Import({StaffOfTheServer.class, SignInConfiguration.class, StaffAdminController.class, Service.class})
    static class Application {

        @Bean
        TestClock clock() {
            return CLOCK;
        }

        @Bean
        JdbcTemplate jdbc(org.springframework.core.env.Environment environment) {
            return new JdbcTemplate(new DriverManagerDataSource(environment.getRequiredProperty("test.database")));
        }

        @Bean
        DataSourceTransactionManager transactions(JdbcTemplate jdbc) {
            return new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource()));
        }

        @Bean
        OutgoingHttp outgoing() {
            return new OutgoingHttp();
        }

        @Bean
        Recorded recorded() {
            return new Recorded();
        }
    }

    /** What is recorded of sessions. */
    static final class Recorded implements AuditTrail {

        final Queue<AuditEntry> entries = new ConcurrentLinkedQueue<>();

        @Override
        public void record(AuditEntry entry) {
            entries.add(entry);
        }
    }

    static class StaffOfTheServer implements ImportSelector {

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return new String[] {"org.precert.staff.StaffConfiguration"};
        }
    }

    @TestComponent
    @RestController
    static class Service {

        @RequestMapping({"/review-desk/cases", "/review-desk/cases/{number}/actions", "/audit/verify", "/admin/clients"
        })
        String answer(HttpServletRequest request) {
            return "reached by "
                    + (request.getAttribute(Staff.ATTRIBUTE) instanceof Staff staff
                            ? staff.person() + " " + staff.payers() + " " + staff.roles()
                            : "nobody");
        }
    }

    /** A database in memory, for one node or several. */
    static String database() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V15__staff_sessions.sql"))
                .execute(new DriverManagerDataSource(url));
        return url;
    }

    /** @param settings beside these that say where the provider is */
    SignInServer(String database, String issuer, String... settings) {
        String[] all = new String[settings.length + 3];
        all[0] = "--test.database=" + database;
        all[1] = "--precert.sign-in.issuer=" + issuer;
        all[2] = "--precert.base-url=http://localhost";
        System.arraycopy(settings, 0, all, 3, settings.length);
        context = new SpringApplicationBuilder(Application.class)
                .profiles("demo")
                .properties(
                        "server.port=0",
                        "spring.config.location=optional:classpath:/none/",
                        "precert.sign-in.client-id=" + org.precert.testing.OidcProvider.CLIENT,
                        "precert.sign-in.client-secret=" + org.precert.testing.OidcProvider.SECRET)
                .run(all);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Of the database's own. */
    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    /** @param headers names and values */
    HttpResponse<String> send(String method, String path, String... headers) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return ask(request.build());
    }

    static HttpResponse<String> ask(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
