package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is said of members and coverages that are not as they should be. */
@DemoServer
class UnclearCoverageRequirementsTest {

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.at(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inactive-coverage", "ended-coverage"})
    @Requirement({"resp-45", "resp-42"})
    void saysThatNoCoverageIsActive(String sample) {
        List<Information> information =
                door.ask(Guide.V2_2, "order-sign", sample).information();
        assertThat(information).isNotEmpty().allSatisfy(each -> {
            assertThat(each.code("covered")).isEqualTo("not-covered");
            assertThat(each.has("pa-needed")).isFalse();
            assertThat(each.reasonCodes()).contains("no-active-coverage");
            assertThat(each.reasonText()).isNotBlank();
        });
    }
}
