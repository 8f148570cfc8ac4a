package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a form says about the answers to one question, read once however many answers there are. Patterns are not among
 * it: they are run by nobody but the client, since who sends the form chooses them.
 */
final class ItemRules {

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

    /** What tells one option from another; the words beside a code do not. */
    record Choice(String type, String system, String code) {

        static Choice of(TypedValue value) {
            return value.type().equals("Coding")
                    ? new Choice("Coding", value.text("system"), value.text("code"))
                    : new Choice(value.type(), "", value.value().asText());
        }
    }

    final Set<Choice> options = new HashSet<>();
    final Set<Choice> units = new HashSet<>();
    final Set<String> unitNames = new HashSet<>();
    final Set<String> mimeTypes = new HashSet<>();
    final Optional<String> valueSet;
    final Optional<Integer> longest;
    private Optional<TypedValue> least = Optional.empty();
    private Optional<TypedValue> most = Optional.empty();
    private Optional<BigDecimal> megabytes = Optional.empty();

    ItemRules(FormItem item) {
        JsonNode json = item.json();
        json.path("answerOption")
                .forEach(option -> TypedValue.in(option, "value").forEach(value -> options.add(Choice.of(value))));
        valueSet = Optional.of(json.path("answerValueSet").asText()).filter(url -> !url.isEmpty());
        longest = Optional.of(json.path("maxLength"))
                .filter(JsonNode::canConvertToInt)
                .map(JsonNode::intValue);
        json.path("extension").forEach(this::extension);
    }

    private void extension(JsonNode extension) {
        List<TypedValue> values = TypedValue.in(extension, "value");
        if (values.size() != 1) {
            return;
        }
        TypedValue value = values.get(0);
        switch (extension.path("url").asText()) {
            case CORE + "minValue", SDC + "sdc-questionnaire-minQuantity" -> least = Optional.of(value);
            case CORE + "maxValue", SDC + "sdc-questionnaire-maxQuantity" -> most = Optional.of(value);
            case CORE + "maxSize" -> megabytes = Likeness.number(value.value());
            case CORE + "mimeType" -> mimeTypes.add(value.value().asText().toLowerCase(Locale.ROOT));
            case CORE + "questionnaire-unitOption" -> {
                units.add(Choice.of(value));
                unitNames.add(value.text("code"));
                unitNames.add(value.text("display"));
            }
            default -> {}
        }
    }

    boolean isTooSmall(TypedValue value) {
        return least.filter(bound -> Likeness.of(value, bound) == Likeness.LESS).isPresent();
    }

    boolean isTooLarge(TypedValue value) {
        return most.filter(bound -> Likeness.of(value, bound) == Likeness.GREATER)
                .isPresent();
    }

    boolean isTooManyBytes(BigDecimal bytes) {
        return megabytes
                .filter(bound -> bytes.compareTo(bound.multiply(MEGABYTE)) > 0)
                .isPresent();
    }
}
