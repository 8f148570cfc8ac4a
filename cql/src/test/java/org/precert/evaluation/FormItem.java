package org.precert.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An item of a form, where it stands in it.
 *
 * @param above the groups that it lies in, the nearest first
 */
record FormItem(JsonNode json, List<FormItem> above) {

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    /** Every item of a form, in the order in which people meet them. */
    static List<FormItem> of(JsonNode form) {
        List<FormItem> all = new ArrayList<>();
        form.path("item").forEach(each -> add(all, new FormItem(each, List.of())));
        return all;
    }

    private static void add(List<FormItem> all, FormItem item) {
        all.add(item);
        List<FormItem> above =
                Stream.concat(Stream.of(item), item.above().stream()).toList();
        item.json().path("item").forEach(each -> add(all, new FormItem(each, above)));
    }

    String linkId() {
        return json.path("linkId").asText();
    }

    String type() {
        return json.path("type").asText();
    }

    boolean isQuestion() {
        return !type().equals("group") && !type().equals("display");
    }

    boolean isChoice() {
        return type().equals("choice") || type().equals("open-choice");
    }

    boolean repeats() {
        return json.path("repeats").asBoolean();
    }

    int level() {
        return above.size() + 1;
    }

    List<JsonNode> options() {
        return list(json.path("answerOption"))
                .map(each -> each.path("valueCoding"))
                .toList();
    }

    /** What people read of it. */
    Stream<String> words() {
        return Stream.concat(Stream.of(json), options().stream())
                .flatMap(each -> Stream.of(each.path("text"), each.path("display")))
                .map(JsonNode::asText);
    }

    Stream<JsonNode> conditions() {
        return list(json.path("enableWhen"));
    }

    List<String> extensionUrls() {
        return list(json.path("extension"))
                .map(each -> each.path("url").asText())
                .toList();
    }

    Stream<JsonNode> extensions(String url) {
        return list(json.path("extension"))
                .filter(each -> each.path("url").asText().equals(url));
    }

    boolean hasCore(String name) {
        return extensionUrls().contains(CORE + name);
    }

    /** The basis of this item, or else of the nearest group around it that has one. */
    List<JsonNode> basis() {
        return Stream.concat(Stream.of(this), above.stream())
                .map(each -> each.extensions("https://precert.dev/fhir/StructureDefinition/form-basis")
                        .toList())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What fills the answer in. */
    Optional<JsonNode> binding() {
        return extensions("http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression")
                .map(each -> each.path("valueExpression"))
                .findFirst();
    }

    static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String part(JsonNode extension, String url) {
        return list(extension.path("extension"))
                .filter(each -> each.path("url").asText().equals(url))
                .map(each -> each.path("valueString").asText())
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return linkId();
    }
}
