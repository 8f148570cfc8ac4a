package org.precert.evaluation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases in YAML: an order, a member, a day, and what the policy must say. Their shape is told in cql/README.md. */
final class CaseFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param payer the folder's name; {@code policy} the policy's folder */
    record Case(String payer, String policy, String file, Text text) {
        @Override
        public String toString() {
            return payer + ": " + text.name();
        }
    }

    /** @param answers by linkId: a form that was completed for the order */
    record Text(
            String name,
            String on,
            @Nullable Member member,
            Order order,
            @Nullable List<Order> with,
            @Nullable List<Map<String, Object>> chart,
            @Nullable Map<String, Object> answers,
            Expected expect) {

        Text(
                String name,
                String on,
                @Nullable Member member,
                Order order,
                @Nullable List<Order> with,
                @Nullable List<Map<String, Object>> chart,
                Expected expect) {
            this(name, on, member, order, with, chart, null, expect);
        }
    }

    /** @param order of the coverage among the member's; {@code medicare} the order of an active Medicare coverage beside it */
    record Member(
            @Nullable String type,
            @Nullable String plan,
            @Nullable String group,
            @Nullable Integer order,
            @Nullable Map<String, Object> medicare) {}

    /**
     * Either {@code procedure} (a ServiceRequest), {@code drug} (a MedicationRequest), {@code appointment} or
     * {@code encounter} (by its type), or a resource in full.
     *
     * @param basedOn what an appointment or an encounter is for: not among the orders of the request, but held
     */
    record Order(
            @Nullable String procedure,
            @Nullable String drug,
            @Nullable String appointment,
            @Nullable String encounter,
            @Nullable List<Order> basedOn,
            @Nullable String route,
            @Nullable JsonNode indication,
            @Nullable String detail,
            @Nullable Boolean contained,
            @Nullable Map<String, Object> resource) {}

    record Expected(
            String determination,
            @Nullable String statement,
            @Nullable List<String> missing,
            @Nullable List<String> outside,
            @Nullable Map<String, String> findings,
            @Nullable String criteriaMet,
            @Nullable List<String> notices,
            @Nullable List<String> noNotices,
            @Nullable List<String> candidates,
            @Nullable List<String> hints,
            @Nullable List<String> evidence) {}

    private CaseFile() {}

    static List<Case> all(Path policies) {
        try (Stream<Path> files = Files.walk(policies)) {
            return files.filter(file -> file.toString().contains("/cases/"))
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> read(policies, file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Case> read(Path policies, Path file) {
        Path relative = policies.relativize(file);
        List<Case> cases = new ArrayList<>();
        try {
            for (Text text : YAML.readValue(file.toFile(), Text[].class)) {
                cases.add(new Case(
                        relative.getName(0).toString(), relative.subpath(0, 2).toString(), relative.toString(), text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        return cases;
    }
}
