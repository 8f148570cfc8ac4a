package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.ProfileValidator;
import org.precert.inferno.Verdict.Outcome;
import org.precert.testing.Samples;

/** The kit has nothing against any of the answers that are kept as golden. */
class GoldenAnswersTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/crd/2.0");
    private static final List<String> NOT_IN_EVERY_ANSWER =
            List.of(HookGroup.EXTERNAL_REFERENCE, HookGroup.INSTRUCTIONS, CoverageInformationActions.RECEIVED);

    static Stream<String> answers() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .map(file -> GOLDEN.relativize(file).toString().replace(".json", ""))
                    .filter(GoldenAnswersTest::isCalledAsIn201)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The kit does not know what later versions call the orders that are dispatched. */
    private static boolean isCalledAsIn201(String name) {
        return !Samples.text(name + ".json").contains("\"dispatchedOrders\"");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void haveTheirShape(String name) throws IOException {
        assertThat(failures(name, Profiles.UNCHECKED)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void keepToTheProfiles(String name) throws IOException {
        assumeTrue(
                ProfileValidator.stu2().isAvailable(), ProfileValidator.stu2().whyNot());
        assertThat(failures(name, new Crd201Profiles())).isEmpty();
    }

    private static List<Verdict> failures(String name, Profiles profiles) throws IOException {
        Exchange exchange = new Exchange(
                Example.json(Samples.text(name + ".json")),
                200,
                withIds(Files.readString(GOLDEN.resolve(name + ".json"))));
        return new HookGroup(name.replaceFirst("/.*", ""), List.of(exchange), profiles)
                .verdicts().stream()
                        .filter(verdict -> verdict.outcome() == Outcome.FAIL)
                        .filter(verdict -> !NOT_IN_EVERY_ANSWER.contains(verdict.test()))
                        .toList();
    }

    /** In a golden every id reads the same; there they are different. */
    private static String withIds(String golden) {
        AtomicInteger count = new AtomicInteger();
        return Pattern.compile("\\(id\\)").matcher(golden).replaceAll(id -> "id-" + count.incrementAndGet());
    }
}
