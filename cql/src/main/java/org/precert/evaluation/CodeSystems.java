package org.precert.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The several names that a code system goes by in the wild, from NamingSystem resources, and how its codes are written. */
public final class CodeSystems {

    private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";

    private final Map<String, String> preferred = new HashMap<>();

    /** @param resources any FHIR resources; those that are no NamingSystem are passed over */
    public CodeSystems(Collection<JsonNode> resources) {
        for (JsonNode resource : resources) {
            if (resource.path("resourceType").asText().equals("NamingSystem")) {
                add(resource.path("uniqueId"));
            }
        }
    }

    private void add(JsonNode uniqueIds) {
        String canonical = "";
        for (JsonNode id : uniqueIds) {
            if (id.path("preferred").asBoolean()) {
                canonical = id.path("value").asText();
            }
        }
        for (JsonNode id : uniqueIds) {
            String value = id.path("value").asText();
            preferred.put(id.path("type").asText().equals("oid") ? "urn:oid:" + value : value, canonical);
        }
    }

    String canonical(String system) {
        return preferred.getOrDefault(system, system);
    }

    /** ICD-10-CM travels without its dot and in lower case, too. */
    static String canonical(String canonicalSystem, String code) {
        if (!canonicalSystem.equals(ICD_10_CM)) {
            return code;
        }
        String upper = code.strip().toUpperCase(Locale.ROOT);
        return upper.length() > 3 && upper.indexOf('.') < 0 ? upper.substring(0, 3) + "." + upper.substring(3) : upper;
    }
}
