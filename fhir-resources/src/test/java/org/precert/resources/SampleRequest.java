package org.precert.resources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A CDS Hooks request of the samples. */
record SampleRequest(FhirFile file) {

    static List<SampleRequest> all() {
        return Stream.concat(of("order-sign").stream(), of("order-select").stream())
                .toList();
    }

    /** Those of the hooks that carry no draft orders as well. */
    static List<SampleRequest> everyHook() {
        return Stream.concat(
                        all().stream(),
                        Stream.of("appointment-book", "encounter-discharge", "encounter-start", "order-dispatch")
                                .flatMap(hook -> of(hook).stream()))
                .toList();
    }

    static List<SampleRequest> of(String hook) {
        return FhirFile.under("samples/" + hook).stream()
                .map(SampleRequest::new)
                .toList();
    }

    static FhirFile chart(String name) {
        return FhirFile.under("samples/patients").stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no patient " + name));
    }

    String name() {
        return file.name();
    }

    JsonNode context(String field) {
        return file.json().path("context").path(field);
    }

    JsonNode draftOrders() {
        return context("draftOrders");
    }

    /** What the EHR sent along, as it did. */
    List<JsonNode> prefetch() {
        return StreamSupport.stream(file.json().path("prefetch").spliterator(), false)
                .toList();
    }

    List<JsonNode> orders() {
        return resourcesOf(draftOrders()).toList();
    }

    /** Every resource of the prefetch, those in Bundles one by one. */
    Stream<JsonNode> known() {
        return prefetch().stream()
                .flatMap(each ->
                        each.path("resourceType").asText().equals("Bundle") ? resourcesOf(each) : Stream.of(each));
    }

    Set<String> knownReferences() {
        return known().map(SampleRequest::reference).collect(Collectors.toSet());
    }

    Stream<JsonNode> coverages() {
        return known().filter(each -> each.path("resourceType").asText().equals("Coverage"));
    }

    static Stream<JsonNode> resourcesOf(JsonNode bundle) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false).map(entry -> entry.path("resource"));
    }

    static String reference(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
