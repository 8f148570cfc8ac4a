package org.precert.resources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A request for prior authorization, or an inquiry, of the samples. */
record SamplePasRequest(FhirFile file, String version) {

    static final List<String> VERSIONS = List.of("2.0.1", "2.2.1");

    static List<SamplePasRequest> all() {
        return VERSIONS.stream().flatMap(version -> of(version).stream()).toList();
    }

    static List<SamplePasRequest> of(String version) {
        return FhirFile.under("samples/pas/" + version).stream()
                .map(file -> new SamplePasRequest(file, version))
                .toList();
    }

    String name() {
        return file.name();
    }

    boolean isInquiry() {
        return name().startsWith("inquiry-");
    }

    List<JsonNode> entries() {
        return children(file.json().path("entry")).toList();
    }

    JsonNode claim() {
        return entries().get(0).path("resource");
    }

    List<JsonNode> items() {
        return children(claim().path("item")).toList();
    }

    /** The Claim that an update comes after, where it is in the Bundle. */
    Optional<JsonNode> prior() {
        return resources("Claim").skip(1).findFirst();
    }

    Stream<JsonNode> resources(String type) {
        return entries().stream()
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asText().equals(type));
    }

    /** Each entry by the address that it has. */
    Map<String, JsonNode> byAddress() {
        Map<String, JsonNode> byAddress = new LinkedHashMap<>();
        entries().forEach(entry -> byAddress.put(entry.path("fullUrl").asText(), entry.path("resource")));
        return byAddress;
    }

    /** What a reference in this Bundle means: the address itself, or one below the base of REST. */
    static String address(String reference, String fullUrl) {
        return reference.startsWith("urn:") || reference.startsWith("http")
                ? reference
                : fullUrl.replaceFirst("[^/]+/[^/]+$", "") + reference;
    }

    /** Every object of the file, from the outside in. */
    static void eachObject(JsonNode node, Consumer<JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(node);
        }
        node.forEach(child -> eachObject(child, visitor));
    }

    static Stream<JsonNode> children(JsonNode parent) {
        return StreamSupport.stream(parent.spliterator(), false);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
