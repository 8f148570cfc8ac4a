package org.precert.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.DataType;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.StructureDefinition;

/**
 * An element that a profile marks as mustSupport.
 *
 * @param id of the element in the profile
 * @param steps from the resource to it
 */
public record MustSupport(String id, List<Step> steps) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHOICE = "[x]";

    public MustSupport {
        steps = List.copyOf(steps);
    }

    /** One field, and what tells its slice from others; nothing where there is no slice. */
    record Step(String field, List<Mark> marks) {

        Step {
            marks = List.copyOf(marks);
        }

        private Stream<JsonNode> from(JsonNode node) {
            return values(node).filter(value -> marks.stream().allMatch(mark -> mark.isOn(value)));
        }

        private Stream<JsonNode> values(JsonNode node) {
            if (field.endsWith(CHOICE)) {
                String start = field.substring(0, field.length() - CHOICE.length());
                return node.properties().stream()
                        .filter(each -> each.getKey().startsWith(start))
                        .map(java.util.Map.Entry::getValue);
            }
            JsonNode value = node.path(field);
            return value.isArray()
                    ? Stream.iterate(0, i -> i < value.size(), i -> i + 1).map(value::get)
                    : Stream.of(value).filter(each -> !each.isMissingNode());
        }
    }

    /** What a slice has below it: this text, wherever it stands. */
    record Mark(String field, String text) {

        private boolean isOn(JsonNode value) {
            return value.path(field).toString().contains("\"" + text + "\"");
        }
    }

    /** Whether a resource has it. */
    public boolean isIn(JsonNode resource) {
        Stream<JsonNode> found = Stream.of(resource);
        for (Step step : steps) {
            found = found.flatMap(step::from);
        }
        return found.findAny().isPresent();
    }

    static List<MustSupport> of(StructureDefinition profile) {
        List<ElementDefinition> elements = profile.getSnapshot().getElement();
        return elements.stream()
                .filter(ElementDefinition::getMustSupport)
                .map(element -> new MustSupport(element.getId(), steps(element.getId(), elements)))
                .toList();
    }

    private static List<Step> steps(String id, List<ElementDefinition> elements) {
        List<Step> steps = new ArrayList<>();
        String[] parts = id.split("\\.");
        StringBuilder so = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            so.append('.').append(parts[i]);
            String[] slice = parts[i].split(":");
            steps.add(new Step(slice[0], slice.length == 1 ? List.of() : marks(so.toString(), elements)));
        }
        return steps;
    }

    private static List<Mark> marks(String slice, List<ElementDefinition> elements) {
        return elements.stream()
                .filter(each -> each.getId().equals(slice)
                        || each.getId().startsWith(slice + ".") && each.getId().indexOf('.', slice.length() + 1) < 0)
                .flatMap(each -> each.getId().equals(slice) ? extension(each) : below(each).stream())
                .toList();
    }

    private static Stream<Mark> extension(ElementDefinition element) {
        return element.getType().stream()
                .filter(type -> type.getCode().equals("Extension"))
                .flatMap(type -> type.getProfile().stream())
                .map(url -> new Mark("url", url.asStringValue().replaceAll("\\|.*", "")));
    }

    /** The code that an element of the slice has, or the type of its resource. */
    private static Collection<Mark> below(ElementDefinition element) {
        String field = element.getId().substring(element.getId().lastIndexOf('.') + 1);
        if (element.hasPattern()) {
            return List.of(new Mark(field, code(element.getPattern())));
        }
        return element.getType().stream()
                .filter(type -> field.equals("resource") && type.hasProfile())
                .map(type -> new Mark(field, "ClaimResponse"))
                .toList();
    }

    private static String code(DataType pattern) {
        try {
            return JSON.readTree(new JsonParser().composeString(pattern, "pattern"))
                    .findPath("code")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
