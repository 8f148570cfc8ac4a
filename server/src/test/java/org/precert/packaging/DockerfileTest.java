package org.precert.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be held of the Dockerfile and the compose file where no Docker engine is. */
class DockerfileTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCKER = Path.of("../docker");
    private static final Pattern EXEC = Pattern.compile("^(RUN|ENTRYPOINT|CMD|HEALTHCHECK.*?CMD) (\\[.*])$");

    private static String dockerfile;
    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        dockerfile = Files.readString(DOCKER.resolve("Dockerfile")).replaceAll("\\\\\n\\s*", "");
        compose = JSON.valueToTree((Object) new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml"))));
    }

    @Test
    void nothingNeedsAShell() {
        assertThat(dockerfile.lines().filter(line -> line.matches("(RUN|ENTRYPOINT|CMD|HEALTHCHECK) .*")))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line).matches(EXEC));
    }

    @Test
    void itRunsAsANumberThatIsNotRoot() {
        assertThat(dockerfile).containsPattern("(?m)^USER 10001:10001$");
        assertThat(dockerfile.lastIndexOf("USER ")).isLessThan(dockerfile.indexOf("\nENTRYPOINT "));
    }

    /** The cache is left aside by a JVM that was started otherwise. */
    @Test
    void theCacheIsTrainedAsTheServerIsStarted() throws IOException {
        List<String> trained = flags(command("RUN", "AOTCacheOutput"));
        List<String> started = flags(command("ENTRYPOINT", "AOTCache"));

        assertThat(trained).isNotEmpty().allSatisfy(flag -> assertThat(started).contains(flag));
        assertThat(command("RUN", "AOTCacheOutput")).contains("-XX:AOTCacheOutput=/precert/precert.aot", "precert.jar");
        assertThat(command("ENTRYPOINT", "AOTCache")).contains("-XX:AOTCache=/precert/precert.aot", "precert.jar");
    }

    @Test
    void whatIsCopiedIsThereAndNotIgnored() throws IOException {
        List<String> allowed = Files.readAllLines(Path.of("../.dockerignore"));
        for (String file :
                List.of("docker/classpath", "fhir-resources/samples/order-sign/bcbsks-investigational-pain.json")) {
            assertThat(dockerfile).contains("COPY " + file);
            assertThat(Path.of("..", file)).exists();
            assertThat(allowed).contains("!" + file);
        }
        assertThat(allowed).contains("!server/target/precert.jar", "!docker/tools/*.java");
    }

    @Test
    void theServerOfTheComposeFileWritesNowhereButWhereItMay() {
        JsonNode server = compose.at("/services/precert");

        assertThat(server.path("read_only").asBoolean()).isTrue();
        assertThat(server.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(server.at("/tmpfs/0").asText()).isEqualTo("/tmp");
        assertThat(server.at("/depends_on/database/condition").asText()).isEqualTo("service_healthy");
        assertThat(server.at("/ports")).hasSize(1);
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        List<String> mounted = new ArrayList<>();
        compose.path("services")
                .forEach(service -> service.path("volumes").forEach(volume -> {
                    String from = volume.asText().split(":")[0];
                    if (from.startsWith("./")) {
                        mounted.add(from);
                    }
                }));
        assertThat(mounted)
                .hasSizeGreaterThan(3)
                .allSatisfy(from -> assertThat(DOCKER.resolve(from)).exists());
    }

    @Test
    void theDashboardAsksTheDataSourceThatIsProvisioned() throws IOException {
        JsonNode source =
                JSON.valueToTree((Object) new Yaml().load(Files.readString(DOCKER.resolve("grafana/datasource.yaml"))));
        JsonNode dashboard =
                JSON.readTree(DOCKER.resolve("grafana/precert.json").toFile());

        String uid = source.at("/datasources/0/uid").asText();
        assertThat(dashboard.findValuesAsText("uid")).contains(uid).containsOnly(uid, "precert");
    }

    private static List<String> command(String instruction, String with) throws IOException {
        for (String line : dockerfile.lines().toList()) {
            Matcher exec = EXEC.matcher(line);
            if (line.startsWith(instruction) && line.contains(with) && exec.matches()) {
                List<String> words = new ArrayList<>();
                JSON.readTree(exec.group(2)).forEach(word -> words.add(word.asText()));
                return words;
            }
        }
        throw new AssertionError(instruction + " with " + with);
    }

    /** What the cache depends on. */
    private static List<String> flags(List<String> command) {
        return command.stream()
                .filter(word -> word.startsWith("-XX:+") && !word.contains("ExitOn"))
                .toList();
    }
}
