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

/** That each alert tells how urgent it is and where to look, and that what is written of them is true. Whether it fires: promtool. */
class AlertsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROMETHEUS = Path.of("../docker/prometheus");

    private static final List<JsonNode> ALERTS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        yaml("alerts.yml").at("/groups/0/rules").forEach(ALERTS::add);
        assertThat(ALERTS).hasSizeGreaterThan(10);
    }

    @Test
    void eachWakesSomebodyOrWaitsAndTellsWhereToLook() {
        assertThat(ALERTS).allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/runbook").asText()).hasSizeGreaterThan(30);
        });
    }

    @Test
    void theTableOfAlertsIsThatOfTheRules() throws IOException {
        Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\| (page|ticket) \\|")
                .matcher(Files.readString(Path.of("docs/sight.md")));
        List<String> written = new ArrayList<>();
        while (row.find()) {
            written.add(row.group(1) + " " + row.group(2));
        }
        assertThat(written)
                .containsExactlyElementsOf(ALERTS.stream()
                        .map(alert -> alert.path("alert").asText() + " "
                                + alert.at("/labels/severity").asText())
                        .toList());
    }

    @Test
    void thePromtoolTestsAskForTheRunbooksThatThereAre() throws IOException {
        List<String> runbooks = ALERTS.stream()
                .map(alert -> alert.at("/annotations/runbook").asText())
                .toList();
        assertThat(yaml("alerts-test.yml").findValuesAsText("runbook"))
                .isNotEmpty()
                .allSatisfy(runbook -> assertThat(runbooks).contains(runbook));
    }

    private static JsonNode yaml(String file) throws IOException {
        return JSON.valueToTree((Object) new Yaml().load(Files.readString(PROMETHEUS.resolve(file))));
    }
}
