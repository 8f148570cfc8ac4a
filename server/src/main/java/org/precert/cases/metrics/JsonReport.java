package org.precert.cases.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The report for programs. Where a number is not shown, its words stand in its place. */
final class JsonReport {

    private final ObjectMapper json;

    JsonReport(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode write(Report report) {
        ObjectNode node = json.createObjectNode();
        node.put("year", report.year().number());
        node.put("subject", report.subjectWord());
        node.put("by", report.level().code());
        node.putObject("period")
                .put("from", report.year().firstDay().toString())
                .put("until", report.year().lastDay().toString())
                .put("zone", report.year().zone().getId())
                .put("isOver", report.isOver())
                .put("asOf", report.asOf().toString());
        ArrayNode required = node.putArray("requiresAuthorization");
        report.required().forEach(item -> write(item, required.addObject()));
        ArrayNode groups = node.putArray("groups");
        for (Report.Group group : report.groups()) {
            ArrayNode figures = groups.addObject().put("name", group.name()).putArray("figures");
            group.figures().forEach(figure -> write(figure, figures.addObject()));
        }
        ArrayNode definitions = node.putArray("definitions");
        report.definitions()
                .forEach(
                        each -> definitions.addObject().put("term", each.term()).put("words", each.words()));
        return node;
    }

    private static void write(RequiredItem item, ObjectNode node) {
        node.put("payer", item.payer())
                .put("policy", item.policy())
                .put("title", item.title())
                .put("what", item.what())
                .put("statement", item.statement())
                .put("says", item.says())
                .put("locator", item.locator())
                .put("from", item.from().toString());
        item.until().ifPresent(until -> node.put("until", until.toString()));
    }

    private static void write(Figure figure, ObjectNode node) {
        node.put("id", figure.id());
        if (figure.metric() > 0) {
            node.put("metric", figure.metric());
        }
        node.put("label", figure.label());
        write("numerator", figure.numerator(), node);
        write("denominator", figure.denominator(), node);
        write("value", figure.value(), node);
        node.put("unit", figure.unit()).put("definition", figure.definition());
    }

    private static void write(String name, Shown shown, ObjectNode node) {
        shown.number().ifPresent(number -> node.put(name, number));
        if (!shown.words().isEmpty()) {
            node.put(name, shown.words());
        }
    }
}
