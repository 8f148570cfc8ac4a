package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.inferno.HookBodies;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers are in time, the first ones of a fresh server among them. */
@DemoServer
class TimingRequirementsTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.at(port);
    }

    @Test
    @Requirement("found-2")
    void nineOfTenAnswersComeWithinFiveSeconds() {
        List<Duration> times = HookBodies.HOOKS.stream()
                .flatMap(hook -> Stream.of(Given.SAMPLE, Given.TOO_LITTLE, Given.DOCUMENTS_NEEDED)
                        .map(sample -> time(Guide.V2_0.call(hook, sample))))
                .sorted()
                .toList();
        assertThat(times.get(times.size() * 9 / 10)).isLessThan(LIMIT);
    }

    private Duration time(ObjectNode call) {
        long start = System.nanoTime();
        door.ask(call);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
