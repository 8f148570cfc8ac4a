package org.precert.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.clients.ClientsProperties.Entry;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Reads the entry of a client from JSON as from the configuration: the same names, the same defaults. */
final class EntryReader {

    private static final Set<String> NAMES = Arrays.stream(Entry.class.getRecordComponents())
            .map(RecordComponent::getName)
            .map(EntryReader::dashed)
            .collect(Collectors.toUnmodifiableSet());

    private EntryReader() {}

    /** @throws NotRegistered for what is no entry */
    static Entry read(ObjectNode json) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> properties = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (!NAMES.contains(name)) {
                problems.add("there is a setting that no client has: their names are " + String.join(", ", names()));
            } else if (name.equals("jwks") && value.isObject()) {
                properties.put("client." + name, value.toString());
            } else if (value.isArray()) {
                list(name, value, properties, problems);
            } else if (isPlain(value)) {
                properties.put("client." + name, value.asText());
            } else if (!value.isNull()) {
                problems.add(name + " is neither a text nor a list of texts");
            }
        }
        if (!problems.isEmpty()) {
            throw new NotRegistered(NotRegistered.Reason.INVALID, problems);
        }
        return bound(properties);
    }

    private static void list(String name, JsonNode values, Map<String, Object> properties, List<String> problems) {
        for (int index = 0; index < values.size(); index++) {
            if (!isPlain(values.get(index))) {
                problems.add(name + " is not a list of texts");
            }
            properties.put(
                    "client." + name + "[" + index + "]", values.get(index).asText());
        }
    }

    private static boolean isPlain(JsonNode value) {
        return value.isTextual() || value.isBoolean();
    }

    private static Entry bound(Map<String, Object> properties) {
        try {
            return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("client", Entry.class);
        } catch (BindException e) {
            // Its message quotes the value.
            throw new NotRegistered(NotRegistered.Reason.INVALID, List.of(e.getName() + " is not what it must be"));
        }
    }

    private static List<String> names() {
        return NAMES.stream().sorted().toList();
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
