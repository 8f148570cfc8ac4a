package org.precert.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.precert.evaluation.FormLibrary;

/** The engine of SMART apps: cql-execution with cql-exec-fhir, in one process for all charts. */
final class JavaScriptEngine {

    private final Codes codes;
    private final Map<String, List<FormLibrary>> libraries;

    /** @param libraries by policy, as they are shipped: with the ELM that a client gets */
    JavaScriptEngine(Codes codes, Map<String, List<FormLibrary>> libraries) {
        this.codes = codes;
        this.libraries = libraries;
    }

    /** For each chart what the engine says, as {@code engines.js} writes it. */
    List<JsonNode> answers(List<Chart> charts) {
        Path in = NodePackages.file("charts.jsonl");
        try (BufferedWriter writer = Files.newBufferedWriter(in)) {
            line(writer, setup());
            for (Chart chart : charts) {
                line(writer, call(chart));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Path out = NodePackages.installed().run("engines.js", in, NodePackages.file("answers.jsonl"));
            List<JsonNode> answers = new ArrayList<>();
            for (String line : Files.readAllLines(out)) {
                answers.add(Codes.JSON.readTree(line));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode setup() throws JsonProcessingException {
        ObjectNode setup = Codes.JSON.createObjectNode();
        TreeSet<String> asked = new TreeSet<>();
        for (Map.Entry<String, List<FormLibrary>> policy : libraries.entrySet()) {
            for (FormLibrary library : policy.getValue()) {
                setup.withObject("/libraries").withArray(policy.getKey()).add(Codes.JSON.readTree(library.elm()));
                asked.addAll(library.valueSets());
            }
        }
        for (String url : asked) {
            codes.in(url)
                    .forEach(code ->
                            setup.withObject("/valueSets").withArray(url).add(code));
        }
        return setup;
    }

    private static ObjectNode call(Chart chart) {
        ObjectNode call = Codes.JSON.createObjectNode().put("policy", chart.policy());
        if (chart.named()) {
            ObjectNode parameters =
                    call.putObject("parameters").put("asOf", chart.asOf().toString());
            chart.orders().forEach(parameters.putArray("orders")::add);
        } else {
            call.put("on", chart.asOf().toString());
        }
        return call.set("bundle", chart.bundle());
    }

    private static void line(BufferedWriter writer, ObjectNode json) throws IOException {
        writer.write(Codes.JSON.writeValueAsString(json));
        writer.newLine();
    }
}
