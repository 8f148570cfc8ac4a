package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Whoever follows the page about the scenarios sees what it says: its commands are run as they stand there. */
@DemoServer
@TestPropertySource(
        properties = "precert.pas.time-limit=30s") // and so a server of its own, which nobody has sent the samples to
class ScenarioPackTest {

    private static final Path SCENARIOS = Path.of("../fhir-resources/samples/pas");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXPECTING = Pattern.compile("(.*?) {4}# (.*)");
    private static final String MARK = "@@";

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    /** The page as a script, which marks what each command says. */
    private record Page(String script, List<String> commands, List<String> expected) {

        static Page read() throws IOException {
            StringBuilder script = new StringBuilder();
            List<String> commands = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            Matcher block = BLOCK.matcher(Files.readString(SCENARIOS.resolve("README.md")));
            while (block.find()) {
                for (String line : block.group(1).lines().toList()) {
                    Matcher expecting = EXPECTING.matcher(line);
                    boolean says = expecting.matches();
                    if (says) {
                        script.append("echo ").append(MARK).append('\n');
                        commands.add(expecting.group(1));
                        expected.add(expecting.group(2));
                    }
                    script.append(says ? expecting.group(1) : line).append('\n');
                }
            }
            return new Page(script.toString(), commands, expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.1", "2.2.1"})
    void everyCommandSaysWhatThePageSays(String version) throws Exception {
        assumeTrue(runs("command -v curl && command -v jq"), "NO SCENARIO IS RUN: there is no shell with curl and jq");
        Page page = Page.read();
        assertThat(page.commands()).hasSizeGreaterThan(40);
        String[] said = said(page.script(), version).split(MARK + "\n", -1);
        List<String> wrong = new ArrayList<>();
        assertThat(said).hasSize(page.commands().size() + 1);
        for (int i = 0; i < page.commands().size(); i++) {
            String answer = said[i + 1].strip();
            if (!answer.startsWith(page.expected().get(i))) {
                wrong.add(page.commands().get(i) + "\n  is to say "
                        + page.expected().get(i) + "\n  and says " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String said(String script, String version) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("page.sh"), script);
        Path out = folder.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder("sh", file.toAbsolutePath().toString())
                .directory(SCENARIOS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        shell.environment().put("base", "http://localhost:" + port);
        shell.environment().put("v", version);
        Process process = shell.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out);
    }

    private static boolean runs(String command) {
        try {
            return new ProcessBuilder("sh", "-c", command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
