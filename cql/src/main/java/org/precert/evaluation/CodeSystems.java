package org.precert.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The several names that a code system goes by in the wild, from NamingSystem resources, and how its codes are written. */
public final class CodeSystems {

    private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    private static final Set<String> PROCEDURES = Set.of(CPT, HCPCS);
    private static final Pattern CPT_FORM = Pattern.compile("[0-9]{4}[0-9A-Z]");
    private static final Pattern HCPCS_FORM = Pattern.compile("[A-Z][0-9]{4}");

    /** A code with its modifiers, by dash, colon or blank: the code alone says what is done. */
    private static final Pattern MODIFIERS = Pattern.compile("^([0-9A-Z]{5})(?:[-: ,]+[0-9A-Z]{2})+$");

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

    /** A code as its system writes it; the rest is left as it came. */
    static String canonical(String canonicalSystem, String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        if (canonicalSystem.equals(ICD_10_CM)) {
            return upper.length() > 3 && upper.indexOf('.') < 0
                    ? upper.substring(0, 3) + "." + upper.substring(3)
                    : upper;
        }
        return PROCEDURES.contains(canonicalSystem) ? MODIFIERS.matcher(upper).replaceFirst("$1") : code;
    }

    /** HCPCS Level I is CPT: which of the two a code belongs to shows in its form. */
    static String canonicalSystem(String canonicalSystem, String canonicalCode) {
        if (!PROCEDURES.contains(canonicalSystem)) {
            return canonicalSystem;
        }
        if (CPT_FORM.matcher(canonicalCode).matches()) {
            return CPT;
        }
        return HCPCS_FORM.matcher(canonicalCode).matches() ? HCPCS : canonicalSystem;
    }
}
