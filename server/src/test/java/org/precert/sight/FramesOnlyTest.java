package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What production and the demonstration write of an exception. */
class FramesOnlyTest {

    private static final String NAME = "Jane Doe";

    @BeforeEach
    void serve() {
        FramesOnly.serve();
    }

    @Test
    void kindsCausesAndPlacesAreToldAndNoMessage() {
        assertThat(FramesOnly.of(trouble()))
                .contains("java.lang.IllegalStateException", "java.sql.SQLException (SQLState 23505)")
                .contains("FramesOnlyTest.trouble")
                .contains("java.io.IOException") // suppressed
                .doesNotContain(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "org.precert.sight.PlainLines"})
    void noFormatThatIsSetWritesTheMessage(String format) {
        String line = line(
                format,
                Map.of(
                        "logging.structured.json.exclude",
                        "error.message",
                        "logging.structured.json.stacktrace.printer",
                        FramesOnly.class.getName()));
        assertThat(line)
                .contains("Something failed", "IllegalStateException", "FramesOnlyTest", "76d148b6")
                .doesNotContain(NAME);
    }

    @Test
    void withoutTheseSettingsTheMessageWouldBeThere() {
        assertThat(line("ecs", Map.of())).contains(NAME);
    }

    private static String line(String format, Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), environment);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.start();
        Logger logger = context.getLogger("org.precert.Test");
        LoggingEvent event = new LoggingEvent("", logger, Level.ERROR, "Something failed", trouble(), null);
        event.setMDCPropertyMap(Map.of("http.request.id", "76d148b6-586d-11ec-bf63-0242ac130002"));
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static Exception trouble() {
        Exception trouble = new IllegalStateException(
                "of " + NAME, new SQLException("Key (name)=(" + NAME + ") already exists", "23505"));
        trouble.addSuppressed(new java.io.IOException(NAME));
        return trouble;
    }
}
