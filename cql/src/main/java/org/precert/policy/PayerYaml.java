package org.precert.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code payer.yaml}; its shape is told in {@code cql/README.md}. */
final class PayerYaml {

    private PayerYaml() {}

    static Payer payer(String key, String file, String text) {
        YamlText yaml = new YamlText(file, text);
        PayerText payer = yaml.read(PayerText.class);
        return new Payer(
                key,
                yaml.required("name", payer.name),
                Optional.ofNullable(payer.url),
                YamlText.map(payer.identifiers, Function.identity()),
                payer.plans == null ? Map.of() : payer.plans,
                payer.demonstration);
    }

    private record PayerText(
            @Nullable String name,
            @Nullable String url,
            @Nullable List<String> identifiers,
            @Nullable Map<String, String> plans,
            boolean demonstration) {}
}
