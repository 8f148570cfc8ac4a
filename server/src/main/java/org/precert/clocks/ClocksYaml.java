package org.precert.clocks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the table's file. */
final class ClocksYaml {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ClocksYaml() {}

    static ClockTable table(InputStream yaml, ZoneId zone) {
        TableText text = text(yaml);
        if (text.starts == null || text.lines == null || text.rows == null || text.warnAfterPercent == null) {
            throw new InvalidClocks("'starts', 'warn-after-percent', 'lines' or 'rows' is missing");
        }
        if (text.warnAfterPercent < 1 || text.warnAfterPercent > 99) {
            throw new InvalidClocks("'warn-after-percent' is not between 1 and 99");
        }
        List<ClockRule> rules = rules(text.rows, text.lines.keySet());
        return new ClockTable(text.starts, text.warnAfterPercent, text.lines, rules, zone);
    }

    private static List<ClockRule> rules(List<RowYaml> rows, Set<String> lines) {
        List<ClockRule> rules = rows.stream().map(row -> row.rule(lines)).toList();
        Set<String> ids = new HashSet<>();
        for (ClockRule rule : rules) {
            if (!ids.add(rule.id())) {
                throw InvalidClocks.row(rule.id(), "the id is there twice");
            }
        }
        for (ClockRule rule : rules) {
            for (String replaced : rule.replaces()) {
                if (!ids.contains(replaced) || replaced.equals(rule.id())) {
                    throw InvalidClocks.row(rule.id(), "replaces '" + replaced + "', which is no other row");
                }
            }
        }
        return rules;
    }

    private static TableText text(InputStream yaml) {
        try {
            return YAML.readValue(yaml, TableText.class);
        } catch (JsonProcessingException e) {
            throw new InvalidClocks(
                    e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ")",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record TableText(
            @Nullable LocalDate starts,
            @Nullable Integer warnAfterPercent,
            @Nullable Map<String, String> lines,
            @Nullable List<RowYaml> rows) {}
}
