package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.PrecertApplication;
import org.precert.testing.FixedDay;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server that is given no time at all: it says so, and neither hangs, nor denies, nor waves through. */
class TroubleRequirementsTest {

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext server;
    private static Door door;

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(PrecertApplication.class, FixedDay.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--precert.data=" + data,
                        "--precert.base-url=http://localhost:8080",
                        "--precert.fhir.start-delay=1h",
                        "--precert.crd.review-deadline=0s");
        door = Door.at(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("resp-43")
    void saysThatSomethingTechnicalIsInTheWay(Guide guide) {
        String unknown = guide == Guide.V2_2 ? "indeterminate" : "conditional";
        assertThat(door.ask(guide, "order-sign", Given.SAMPLE).information())
                .hasSize(2)
                .allSatisfy(information -> {
                    assertThat(information.code("covered")).isEqualTo(unknown);
                    assertThat(information.code("pa-needed")).isEqualTo(unknown);
                    assertThat(information.reasonCodes().contains("technical")).isEqualTo(guide == Guide.V2_2);
                    assertThat(information.reasonText()).isNotBlank();
                });
    }
}
