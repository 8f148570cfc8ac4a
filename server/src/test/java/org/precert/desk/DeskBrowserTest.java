package org.precert.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseStore;
import org.precert.cases.LineDecision;
import org.precert.engines.NodePackages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of the desk in a headless Chromium, by keyboard alone. */
@DeskServer
class DeskBrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTILE = "<img src=x onerror=alert(1)><b>bold</b>";

    @Autowired
    private CaseStore cases;

    @Test
    void staffDecideByKeyboard(@LocalServerPort int port) throws IOException {
        assumeTrue(
                NodePackages.installed().isAvailable(), NodePackages.installed().whyNot());
        List<Path> chromium = NodePackages.onPath("chromium", "chromium-browser", "google-chrome");
        assumeTrue(!chromium.isEmpty(), "there is no Chromium on the PATH: the page is not tested");
        Case toDeny = CaseExamples.of("browser").due("2026-06-10T13:00:00Z").in(cases);
        Case toRead = CaseExamples.of("browser").due("2026-06-10T11:00:00Z").in(cases);
        Case toApprove =
                CaseExamples.of("browser").due("2026-06-10T12:30:00Z").urgent().in(cases);
        DeskCalls.nurse(port)
                .act(toRead.number(), 1, "{'action':'note','note':'" + HOSTILE + "'}")
                .is(200);
        ObjectNode task = JSON.createObjectNode()
                .put("chromium", chromium.get(0).toString())
                .put("base", "http://localhost:" + port)
                .put("toDeny", toDeny.number())
                .put("toRead", toRead.number())
                .put("toApprove", toApprove.number());
        task.putObject("physician").put("username", "demo-physician").put("password", "demo-physician-key");
        task.putObject("nurse").put("username", "demo-nurse").put("password", "demo-nurse-key");

        JsonNode seen = run(task);

        assertThat(seen.path("problems")).isEmpty();
        assertThat(seen.path("denied").asText())
                .contains("denied", "Two oral medicines were not tried first", "Dr Demo Physician");
        assertThat(cases.find(toDeny.id()).orElseThrow().line(1).decision()).isInstanceOf(LineDecision.Denied.class);
        assertThat(seen.path("refused"))
                .anySatisfy(each -> assertThat(each.asText()).contains("investigational", "physician"));
        assertThat(seen.path("text").asText()).contains(HOSTILE, "Made-up policy", "Late by 1 h 0 min");
        assertThat(seen.path("conflict").asText()).contains("Nothing was done");
        assertThat(seen.path("signedOut").asText()).contains("close the browser");
        assertThat(cases.find(toApprove.id()).orElseThrow().isOpen()).isTrue();
    }

    private static JsonNode run(ObjectNode task) throws IOException {
        Path in = Files.writeString(NodePackages.file("desk.json"), task.toString());
        Path out = NodePackages.installed().run("desk.js", in, NodePackages.file("desk-seen.json"));
        return JSON.readTree(Files.readString(out));
    }
}
