package org.precert.resources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A value set as the project writes it: listed concepts, is-a categories, whole code systems; and its expansion. */
record ValueSetFile(FhirFile file) {

    /** A code in its system. */
    record Code(String system, String code) {}

    static List<ValueSetFile> all() {
        return FhirFile.under("terminology").stream()
                .filter(file -> file.type().equals("ValueSet"))
                .map(ValueSetFile::new)
                .toList();
    }

    static ValueSetFile named(String id) {
        return all().stream()
                .filter(set -> set.file.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no value set " + id));
    }

    List<Code> expansion() {
        return stream(file.json().at("/expansion/contains"))
                .map(each -> code(each, each))
                .toList();
    }

    Set<Code> listed() {
        return includes()
                .flatMap(include -> stream(include.path("concept")).map(concept -> code(include, concept)))
                .collect(Collectors.toSet());
    }

    /** The categories whose codes, all of them, belong to the set. */
    Set<Code> categories() {
        return includes()
                .flatMap(include -> stream(include.path("filter"))
                        .map(filter -> new Code(
                                include.path("system").asText(),
                                filter.path("value").asText())))
                .collect(Collectors.toSet());
    }

    Set<String> wholeSystems() {
        return includes()
                .filter(include -> !include.has("concept") && !include.has("filter"))
                .map(include -> include.path("system").asText())
                .collect(Collectors.toSet());
    }

    Stream<JsonNode> includes() {
        return stream(file.json().at("/compose/include"));
    }

    private static Code code(JsonNode system, JsonNode code) {
        return new Code(system.path("system").asText(), code.path("code").asText());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return file.id();
    }
}
