package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 1.04 and 2.04: there are libraries, each of another name, each as CQL and as ELM. */
record FormLibraries(Scratch scratch) {

    static final String STATIC = "dtr_v201_payer_static_form_libraries_test";
    static final String ADAPTIVE = "dtr_v201_payer_adaptive_form_libraries_test";

    List<String> failures(List<JsonNode> libraries) {
        return Assertion.failures(() -> {
            Assertion.holds(!libraries.isEmpty(), "No Libraries found.");
            libraries.forEach(this::check);
        });
    }

    /** Its URL counts even where it then fails; libraries after it are not looked at. That content has no data is told, no more. */
    private void check(JsonNode library) {
        String url = library.path("url").asText();
        String name = library.path("name").asText();
        if (!url.isEmpty()) {
            scratch.libraryUrls().add(url);
        }
        Set<String> types = Nodes.children(library.path("content"))
                .map(content -> content.path("contentType").asText())
                .collect(Collectors.toSet());
        Assertion.holds(
                types.isEmpty() || !scratch.libraryNames().contains(name),
                "Found duplicate library names - all names must be unique: " + name);
        Assertion.holds(types.contains("text/cql"), "[library " + url + "] does not include CQL.");
        Assertion.holds(types.contains("application/elm+json"), "[library " + url + "] does not include ELM.");
        scratch.libraryNames().add(name);
    }
}
