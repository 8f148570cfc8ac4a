package org.precert.cases.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseWorld;
import org.precert.clocks.Subject;

/** JSON, CSV and the page tell the same, with what every figure means. */
class ReportFormatsTest {

    private final CaseWorld world = new CaseWorld();
    private final JsonReport json = new JsonReport(new ObjectMapper());

    @BeforeEach
    void someCases() {
        for (int i = 0; i < 13; i++) {
            Case state = world.request()
                    .of("medicaid", i % 2 == 0 ? "NY" : "KS")
                    .line(CaseWorld.pended())
                    .open();
            world.later(Duration.ofHours(7)).approve(state, 1);
        }
        world.deny(world.request().of("medicaid", "NY").line(CaseWorld.pended()).open(), 1);
    }

    @Test
    void jsonAndCsvTellTheSame() {
        for (int smallest : new int[] {0, 5, 11}) {
            Report report = report(smallest);
            assertThat(ofCsv(CsvReport.write(report))).isNotEmpty().isEqualTo(ofJson(json.write(report)));
        }
    }

    @Test
    void thePageHasEveryFigureWithItsDefinition() {
        Report report = report(5);
        String page = HtmlReport.write(report);
        for (Report.Group group : report.groups()) {
            assertThat(page).contains("<h2>" + group.name() + "</h2>");
            for (Figure figure : group.figures()) {
                assertThat(page).contains(figure.label(), figure.definition());
                assertThat(page)
                        .contains("<td class=\"n\">" + figure.numerator().text() + "</td>");
            }
        }
        assertThat(page).contains("fewer than 5", "withheld").doesNotContain("<script");
        report.definitions().forEach(each -> assertThat(page).contains(each.term()));
    }

    @Test
    void namesAreEscapedOnThePage() {
        Contract odd = new Contract("acme", List.of(), List.of(), "<b>\"H1\"</b>", "", "");
        Report report = Counted.all(world).with(odd).report(2026, Subject.SERVICE, Level.CONTRACT);
        assertThat(HtmlReport.write(report)).doesNotContain("<b>").contains("&lt;b&gt;");
    }

    @Test
    void noSpreadsheetTakesANameForAFormula() {
        Contract odd = new Contract("acme", List.of(), List.of(), "=1+1", "", "");
        Report report = Counted.all(world).with(odd).report(2026, Subject.SERVICE, Level.CONTRACT);
        assertThat(CsvReport.write(report)).contains(",'=1+1,").doesNotContain(",=1+1");
    }

    @Test
    void allNineMetricsHaveTheirNumbers() {
        Report report = report(0);
        assertThat(report.groups().get(0).figures().stream()
                        .map(Figure::metric)
                        .filter(metric -> metric > 0)
                        .distinct()
                        .sorted())
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(json.write(report).path("requiresAuthorization").isArray()).isTrue();
    }

    @Test
    void aReportTellsNothingOfPatients() {
        Report report = report(0);
        assertThat(json.write(report) + CsvReport.write(report) + HtmlReport.write(report))
                .doesNotContain("M-77", "Ann Example", "DRAFTED");
    }

    private Report report(int smallest) {
        return Counted.all(world).hidingBelow(smallest).report(2026, Subject.SERVICE, Level.STATE);
    }

    private static List<List<String>> ofJson(ObjectNode report) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode group : report.path("groups")) {
            for (JsonNode figure : group.path("figures")) {
                rows.add(List.of(
                        group.path("name").asText(),
                        figure.path("metric").asText(),
                        figure.path("id").asText(),
                        figure.path("label").asText(),
                        figure.path("numerator").asText(),
                        figure.path("denominator").asText(),
                        figure.path("value").asText(),
                        figure.path("unit").asText(),
                        figure.path("definition").asText()));
            }
        }
        return rows;
    }

    private static List<List<String>> ofCsv(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.split("\r\n")) {
            List<String> cells = cells(line);
            if (cells.get(3).equals("figure")) {
                rows.add(cells.subList(4, cells.size()));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
