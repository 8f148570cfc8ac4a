package org.precert.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One YAML file: a key that nobody knows, one that is missing and a value that can not be are refused by its name. */
record YamlText(String file, String text) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    <T> T read(Class<T> type) {
        return reading(() -> YAML.readValue(text, type));
    }

    <T> Map<String, T> readMap(Class<T> values) {
        return reading(() -> YAML.readerForMapOf(values).readValue(text));
    }

    /** What may fail to be read. */
    private interface Reading<T> {
        T read() throws JsonProcessingException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return required("content", reading.read());
        } catch (JsonProcessingException e) {
            throw new InvalidPolicy(
                    file + ": " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ")",
                    e);
        }
    }

    /** Names the file where something in it can not be. */
    <T> T valid(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidPolicy(file + ": " + e.getMessage(), e);
        }
    }

    <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidPolicy(file + ": '" + name + "' is missing");
        }
        return value;
    }

    static <T, R> List<R> map(@Nullable List<T> values, Function<T, R> reading) {
        return values == null ? List.of() : values.stream().map(reading).toList();
    }
}
