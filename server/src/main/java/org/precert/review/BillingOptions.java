package org.precert.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The codes by which a client may bill what it orders: CRD 2.2, ext-billing-options (billopt-3: they are considered). */
public final class BillingOptions {

    private static final String URL = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-billing-options";
    private static final List<String> ELEMENTS = List.of("code", "medicationCodeableConcept", "serviceType");

    private BillingOptions() {}

    /** The concepts that stand beside a concept. */
    public static List<JsonNode> of(JsonNode concept) {
        List<JsonNode> options = new ArrayList<>();
        for (JsonNode extension : concept.path("extension")) {
            if (extension.path("url").asText().equals(URL)
                    && extension.path("valueCodeableConcept").isObject()) {
                options.add(extension.path("valueCodeableConcept"));
            }
        }
        return options;
    }

    /** Reads them as further codes of what is ordered. The resource is changed: it must be a copy. */
    public static void fold(ObjectNode resource) {
        ELEMENTS.forEach(element -> foldInto(resource.path(element)));
    }

    private static void foldInto(JsonNode concept) {
        if (concept.isArray()) {
            concept.forEach(BillingOptions::foldInto);
            return;
        }
        List<JsonNode> options = of(concept);
        if (!options.isEmpty() && concept instanceof ObjectNode object) {
            ArrayNode codings =
                    object.path("coding") instanceof ArrayNode present ? present : object.putArray("coding");
            options.forEach(option -> option.path("coding").forEach(codings::add));
        }
    }
}
