package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A place in what was sent. Its path is written out only where somebody is told of it: a request has thousands of places. */
final class Spot {

    private static final String VALUE = "value";
    private static final int NO_LIST = -1;

    private final JsonNode node;
    private final Optional<Spot> parent;
    private final String step;
    private final int index;

    private Spot(JsonNode node, Optional<Spot> parent, String step, int index) {
        this.node = node;
        this.parent = parent;
        this.step = step;
        this.index = index;
    }

    /** @param path a FHIRPath from the Bundle */
    Spot(JsonNode node, String path) {
        this(node, Optional.empty(), path, NO_LIST);
    }

    /** Missing where there is nothing. */
    JsonNode node() {
        return node;
    }

    /** A FHIRPath from the Bundle. */
    String path() {
        String own = index == NO_LIST ? step : step + "[" + index + "]";
        return parent.map(above -> above.path() + "." + own).orElse(own);
    }

    /** Whether it is an element of this list. */
    boolean isIn(String list) {
        return index != NO_LIST && step.equals(list);
    }

    Spot at(String field) {
        return new Spot(node.path(field), Optional.of(this), field, NO_LIST);
    }

    /** The elements of a list; none where there is no list. */
    List<Spot> each(String field) {
        JsonNode list = node.path(field);
        List<Spot> spots = new ArrayList<>();
        if (list.isArray()) {
            Optional<Spot> here = Optional.of(this);
            list.forEach(element -> spots.add(new Spot(element, here, field, spots.size())));
        }
        return spots;
    }

    /** Whether something stands here: FHIR has no empty objects, lists or texts. */
    boolean isThere() {
        return !node.isMissingNode()
                && !node.isNull()
                && !(node.isContainerNode() && node.isEmpty())
                && !(node.isTextual() && node.textValue().isBlank());
    }

    /** The text that stands here; empty for anything else. */
    String text() {
        return node.isTextual() ? node.textValue() : "";
    }

    boolean is(boolean value) {
        return node.isBoolean() && node.booleanValue() == value;
    }

    /** FHIR's positiveInt. */
    OptionalInt positive() {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() > 0
                ? OptionalInt.of(node.intValue())
                : OptionalInt.empty();
    }

    Optional<ObjectNode> object() {
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    List<Spot> extensions(String url) {
        return each("extension").stream()
                .filter(extension -> extension.at("url").text().equals(url))
                .toList();
    }

    Optional<Spot> extension(String url) {
        return extensions(url).stream().findFirst();
    }

    /** The value of an extension or of the like, whatever its type. */
    Spot value() {
        return node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> field.startsWith(VALUE))
                .findFirst()
                .map(this::at)
                .orElseGet(() -> at(VALUE));
    }

    /** Whether a CodeableConcept has a code of this system; a coding that names no system is taken at its word. */
    boolean coded(String system, String code) {
        return code(system).filter(code::equals).isPresent();
    }

    /** The code that a CodeableConcept has in this system, or failing that, one that names no system. */
    Optional<String> code(String system) {
        return codeOf(system).or(() -> codeOf(""));
    }

    private Optional<String> codeOf(String system) {
        return each("coding").stream()
                .filter(coding -> coding.at("system").text().equals(system))
                .map(coding -> coding.at("code").text())
                .filter(code -> !code.isBlank())
                .findFirst();
    }

    /** An Identifier that has a value. */
    Optional<BusinessId> identifier() {
        String value = at(VALUE).text().strip();
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new BusinessId(at("system").text().strip(), value));
    }
}
