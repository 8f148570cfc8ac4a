package org.precert.cases.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The report as a table, RFC 4180: a row a figure, then what needs authorization, then the definitions. */
final class CsvReport {

    private static final List<String> HEAD = List.of(
            "year",
            "subject",
            "by",
            "row",
            "group",
            "metric",
            "id",
            "label",
            "numerator",
            "denominator",
            "value",
            "unit",
            "definition");

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private CsvReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        CsvReport csv = new CsvReport(report);
        csv.line(HEAD);
        report.groups().forEach(group -> group.figures().forEach(figure -> csv.figure(group.name(), figure)));
        report.required().forEach(csv::required);
        report.definitions()
                .forEach(each -> csv.row("definition", "", "", each.term(), "", "", "", "", "", each.words()));
        return csv.text.toString();
    }

    private void figure(String group, Figure figure) {
        row(
                "figure",
                group,
                figure.metric() == 0 ? "" : Integer.toString(figure.metric()),
                figure.id(),
                figure.label(),
                figure.numerator().text(),
                figure.denominator().text(),
                figure.value().text(),
                figure.unit(),
                figure.definition());
    }

    private void required(RequiredItem item) {
        row(
                "requires-authorization",
                item.payer(),
                "1",
                item.policy() + " " + item.statement(),
                item.what(),
                "",
                "",
                "",
                "",
                item.title() + ". " + item.says() + " (" + item.locator() + ")");
    }

    private void row(String kind, String... cells) {
        List<String> head = List.of(
                Integer.toString(report.year().number()),
                report.subjectWord(),
                report.level().code(),
                kind);
        line(java.util.stream.Stream.concat(head.stream(), Arrays.stream(cells)).toList());
    }

    private void line(List<String> cells) {
        text.append(cells.stream().map(CsvReport::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** No spreadsheet takes a cell for a formula. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
