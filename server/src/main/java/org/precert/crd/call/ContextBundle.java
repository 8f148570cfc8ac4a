package org.precert.crd.call;

import static org.precert.crd.call.CallJson.malformed;
import static org.precert.crd.call.CallJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Reads the draft orders or appointments of a context: each with type and id, once, and of the patient of the call. */
final class ContextBundle {

    static final int MOST_ENTRIES = 100;

    private ContextBundle() {}

    static List<ObjectNode> resources(ObjectNode context, String name, String patient, References references) {
        String place = "context." + name;
        ObjectNode bundle = CallJson.object(context, name, place);
        if (!bundle.path("resourceType").asText().equals("Bundle")) {
            throw malformed(place, "'" + name + "' is not a Bundle");
        }
        if (bundle.path("entry").size() > MOST_ENTRIES) {
            throw malformed(place + ".entry", "There are more than " + MOST_ENTRIES + " entries");
        }
        List<ObjectNode> resources = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (JsonNode entry : bundle.path("entry")) {
            String path = place + ".entry[" + index++ + "].resource";
            ObjectNode resource = resource(entry, path);
            if (!seen.add(HookCall.reference(resource))) {
                throw malformed(path + ".id", "Two entries have the same type and id");
            }
            checkPatient(resource, patient, path, references);
            resources.add(resource);
        }
        return resources;
    }

    private static ObjectNode resource(JsonNode entry, String path) {
        if (!(entry.path("resource") instanceof ObjectNode resource)) {
            throw malformed(path, "The entry has no resource");
        }
        text(resource, "resourceType", path + ".resourceType");
        if (!CallJson.isId(text(resource, "id", path + ".id"))) {
            throw malformed(path + ".id", "The id is not a FHIR id");
        }
        return resource;
    }

    /** What is someone else's must not be answered by this patient's coverage. */
    private static void checkPatient(ObjectNode resource, String patient, String path, References references) {
        for (String element : List.of("subject", "patient")) {
            if (resource.has(element) && !resource.path(element).isObject()) {
                throw notConformant(path + "." + element, "This is not a reference");
            }
            if (!references.isPatient(resource.path(element).path("reference").asText(), patient)) {
                throw notConformant(path + "." + element, "The order is not of the patient of the call");
            }
        }
        for (JsonNode participant : resource.path("participant")) {
            String actor =
                    references.apply(participant.path("actor").path("reference").asText());
            if (("/" + actor).contains("/Patient/") && !references.isPatient(actor, patient)) {
                throw notConformant(path + ".participant", "The appointment is not of the patient of the call");
            }
        }
    }

    private static InvalidRequest notConformant(String path, String message) {
        return new InvalidRequest(Kind.NOT_CONFORMANT, path, message);
    }
}
