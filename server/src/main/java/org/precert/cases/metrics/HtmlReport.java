package org.precert.cases.metrics;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** The report for people: one page without scripts, readable without colours and by a screen reader. */
final class HtmlReport {

    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
                    + "table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}caption{text-align:left;font-weight:bold;padding:.5rem 0}"
                    + "th,td{border:1px solid #767676;padding:.3rem .6rem;text-align:left;vertical-align:top}td.n{text-align:right}";

    private final Report report;
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        HtmlReport html = new HtmlReport(report);
        html.head();
        html.required();
        report.groups().forEach(html::group);
        html.definitions();
        html.page.append("</main></body></html>\n");
        return html.page.toString();
    }

    private void head() {
        String title = "Prior authorization metrics " + report.year().number();
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>")
                .append(title)
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><main><h1>")
                .append(title)
                .append("</h1>");
        paragraph("Medical items and services, "
                + (report.subjectWord().equals("drugs") ? "drugs only" : "without drugs")
                + ", by " + report.level().words() + ". From " + report.year().firstDay() + " to "
                + report.year().lastDay() + ", " + report.year().zone().getId() + ". Counted at " + report.asOf()
                + (report.isOver() ? "." : ": the year is not over yet."));
        paragraph("The numbered lines are the nine metrics that CMS-0057-F asks for.");
    }

    private void required() {
        page.append("<h2>1. What requires prior authorization</h2>");
        if (report.required().isEmpty()) {
            paragraph("No policy that is encoded here requires it.");
            return;
        }
        table("From the policies in force in the year", List.of("Payer", "What", "Policy", "What it says"));
        for (RequiredItem item : report.required()) {
            page.append("<tr>");
            cell(item.payer());
            cell(item.what());
            cell(item.title() + ", " + item.locator());
            cell(item.says());
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    private void group(Report.Group group) {
        page.append("<h2>").append(escaped(group.name())).append("</h2>");
        table(
                "Requests of " + group.name(),
                List.of("Metric", "Figure", "Requests", "Out of", "Value", "What it means"));
        for (Figure figure : group.figures()) {
            page.append("<tr id=\"")
                    .append(escaped(group.name().replace(' ', '-') + "." + figure.id()))
                    .append("\">");
            cell(figure.metric() == 0 ? "" : Integer.toString(figure.metric()));
            page.append("<th scope=\"row\">").append(escaped(figure.label())).append("</th>");
            number(figure.numerator().text());
            number(figure.denominator().text());
            number(value(figure));
            cell(figure.definition());
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    private static String value(Figure figure) {
        boolean told = figure.value().number().isPresent();
        return told
                ? figure.value().text() + " " + figure.unit()
                : figure.value().text();
    }

    private void definitions() {
        page.append("<h2>How it is counted</h2><dl>");
        for (Definition each : report.definitions()) {
            page.append("<dt>").append(escaped(each.term())).append("</dt><dd>");
            page.append(escaped(each.words())).append("</dd>");
        }
        page.append("</dl>");
    }

    private void table(String caption, List<String> heads) {
        page.append("<table><caption>").append(escaped(caption)).append("</caption><thead><tr>");
        heads.forEach(
                head -> page.append("<th scope=\"col\">").append(escaped(head)).append("</th>"));
        page.append("</tr></thead><tbody>");
    }

    private void paragraph(String text) {
        page.append("<p>").append(escaped(text)).append("</p>");
    }

    private void cell(String text) {
        page.append("<td>").append(escaped(text)).append("</td>");
    }

    private void number(String text) {
        page.append("<td class=\"n\">").append(escaped(text)).append("</td>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
