package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.pas.answer.PasProfiles;
import org.precert.pas.call.PasVersion;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.precert.testing.Samples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each sample request has its answer beside it; {@code -Dgolden.update=true} writes what is said now. */
@DemoServer
class PasGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/pas");
    /** What is made anew at each run: ids, and the numbers that people read out. */
    private static final Pattern MADE = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[PAD][0-9A-HJKMNP-TV-Z]{10}\\b");

    private static final Pattern CHAIN = Pattern.compile("example-chain-(\\d)-.*");

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    /** Name, line and code, as the table of the samples has them. */
    private static List<String[]> outcomes() {
        return Samples.text("pas/outcomes.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", 5))
                .toList();
    }

    static Stream<Arguments> samples() {
        return Stream.of("2.0.1", "2.2.1")
                .flatMap(version -> outcomes().stream()
                        .map(row -> row[0])
                        .distinct()
                        .filter(name -> !name.contains("appeal"))
                        .map(name -> Arguments.of(version, name)));
    }

    private PasCall.Answer answer(String version, String name) {
        Matcher link = CHAIN.matcher(name);
        if (link.matches()) {
            int last = Integer.parseInt(link.group(1));
            outcomes().stream()
                    .map(row -> row[0])
                    .distinct()
                    .filter(each ->
                            CHAIN.matcher(each).matches() && each.charAt("example-chain-".length()) - '0' < last)
                    .forEach(each -> assertThat(PasCall.apart(version, each, member(each))
                                    .submit(port)
                                    .status())
                            .isEqualTo(200));
        }
        PasCall.Answer answer = PasCall.apart(version, name, member(name)).submit(port);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** A chain is of one member; other samples are of a member each, or they would be repeats of one another. */
    private static String member(String name) {
        return "MB-" + (CHAIN.matcher(name).matches() ? "chain" : name);
    }

    @ParameterizedTest
    @MethodSource("samples")
    @PasRequirement({"conf-3", "spec-6"})
    void eachLineIsAnsweredAsTheTableSays(String version, String name) {
        Map<Integer, String> codes = new TreeMap<>();
        outcomes().stream()
                .filter(row -> row[0].equals(name))
                .forEach(row -> codes.put(Integer.valueOf(row[1]), row[3]));
        assertThat(answer(version, name).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void answersAsWritten(String version, String name) throws Exception {
        PasCall.Answer answer = answer(version, name);
        String text = normalized(
                        PasCall.JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(answer.json()),
                        PasCall.text(version, name))
                + "\n";
        Path golden = GOLDEN.resolve(version).resolve(name + ".json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @PasRequirement("spec-23")
    void answersConformToTheProfiles(String version, String name) {
        assumeTrue(PasProfiles.areAvailable(), PasProfiles.whyNot());
        assertThat(PasProfiles.errors(
                        PasVersion.of(version).orElseThrow(),
                        answer(version, name).json(),
                        PasProfiles.RESPONSE_BUNDLE))
                .isEmpty();
    }

    /** What the request did not bring is named by its place. */
    private static String normalized(String answer, String request) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher matcher = MADE.matcher(answer);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String made = matcher.group();
            String name = request.contains(made)
                    ? made
                    : names.computeIfAbsent(
                            made, any -> (made.length() == 36 ? "id-" : made.charAt(0) + "-") + names.size());
            matcher.appendReplacement(text, Matcher.quoteReplacement(name));
        }
        return matcher.appendTail(text).toString();
    }
}
