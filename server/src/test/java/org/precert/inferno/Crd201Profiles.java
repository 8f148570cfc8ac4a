package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.precert.conformance.ProfileValidator;

/** The profiles of CRD 2.0.1, type by type as the kit maps them. */
public final class Crd201Profiles implements Profiles {

    private static final String CRD = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/profile-";
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final Set<String> OF_CRD = Set.of(
            "Appointment",
            "CommunicationRequest",
            "Coverage",
            "Device",
            "DeviceRequest",
            "Encounter",
            "Location",
            "MedicationRequest",
            "NutritionOrder",
            "Organization",
            "Patient",
            "Practitioner",
            "ServiceRequest",
            "VisionPrescription");

    /** An error of the guide, mended later: it forgot to allow its extension on its own profile. The kit leaves it out too. */
    private static final Pattern FORGOTTEN_CONTEXT = Pattern.compile(
            "ext-coverage-information is not allowed to be used at this point.*this element is \\[Appointment");

    @Override
    public List<String> errors(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        return ProfileValidator.stu2().errors(resource.toPrettyString(), profile(type)).stream()
                .filter(error -> !FORGOTTEN_CONTEXT.matcher(error).find())
                .map(error -> type + "/" + resource.path("id").asText() + ": " + error)
                .toList();
    }

    private static String profile(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return switch (type) {
            case "Medication", "PractitionerRole" -> US_CORE + name;
            case "Task" -> CRD + "taskquestionnaire";
            default -> OF_CRD.contains(type) ? CRD + name : CORE + type;
        };
    }
}
