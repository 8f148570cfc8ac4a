package org.precert.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code facts.yaml}; its shape is told in {@code cql/README.md}. */
final class FactsYaml {

    private FactsYaml() {}

    static Map<String, FactWords> words(String file, String text) {
        YamlText yaml = new YamlText(file, text);
        Map<String, FactWords> words = new HashMap<>();
        yaml.readMap(FactText.class)
                .forEach((fact, each) ->
                        words.put(fact, yaml.valid(() -> words(yaml, fact, yaml.required(fact, each)))));
        return words;
    }

    private static FactWords words(YamlText yaml, String fact, FactText text) {
        return new FactWords(
                yaml.required(fact + ".name", text.name),
                yaml.required(fact + ".ask", text.ask),
                yaml.required(fact + ".outside", text.outside),
                text.infoNeeded == null ? FactWords.OTHER : text.infoNeeded,
                YamlText.map(text.details, each -> detail(yaml, fact + ".details", each)));
    }

    private static Detail detail(YamlText yaml, String at, DetailText text) {
        return new Detail(
                yaml.required(at + ".element", text.element),
                yaml.required(at + ".system", text.system),
                yaml.required(at + ".code", text.code),
                yaml.required(at + ".display", text.display));
    }

    private record FactText(
            @Nullable String name,
            @Nullable String ask,
            @Nullable String outside,
            @Nullable String infoNeeded,
            @Nullable List<DetailText> details) {}

    private record DetailText(
            @Nullable String element,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display) {}
}
