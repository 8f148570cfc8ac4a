package org.precert.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Versions of the guides that belong together. The first package that has a canonical URL wins. */
enum GuideSet {
    STU_2_0(
            "hl7.fhir.us.davinci-crd#2.0.1",
            "hl7.fhir.us.davinci-dtr#2.0.1",
            "hl7.fhir.us.davinci-pas#2.0.1",
            "hl7.fhir.us.davinci-hrex#1.0.0",
            "hl7.fhir.us.core#3.1.1",
            "hl7.fhir.uv.sdc#4.0.0-ballot",
            "hl7.fhir.uv.xver-r5.r4#0.1.0",
            "hl7.terminology.r4#7.0.1",
            "hl7.fhir.uv.extensions.r4#5.3.0-ballot-tc1"),
    STU_2_2(
            "local.shim.us-core-vs#1",
            "hl7.fhir.us.davinci-crd#2.2.0-preview",
            "hl7.fhir.us.davinci-pas#2.2.1",
            "hl7.fhir.us.davinci-hrex#1.0.0",
            "hl7.fhir.us.core#7.0.0",
            "hl7.fhir.us.core#6.1.0",
            "hl7.fhir.us.core#3.1.1",
            "hl7.fhir.uv.sdc#4.0.0-ballot",
            "hl7.fhir.uv.tools.r4#1.1.2",
            "hl7.fhir.uv.xver-r5.r4#0.1.0",
            "hl7.terminology.r4#7.0.1",
            "hl7.fhir.uv.extensions.r4#5.3.0-ballot-tc1");

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String CRD = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/profile-";
    private static final Set<String> PROFILED_BY_CRD = Set.of(
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

    private final List<String> packages;

    GuideSet(String... packages) {
        this.packages = List.of(packages);
    }

    /** As name#version. */
    List<String> packages() {
        return packages;
    }

    /** CRD's profile of the type, or else the core definition. */
    String crdProfile(String resourceType) {
        return switch (resourceType) {
            case "Task" -> CRD + "taskquestionnaire";
            case "Appointment" -> CRD + (this == STU_2_0 ? "appointment" : "appointment-base");
            case "Medication" -> this == STU_2_0 ? CORE + resourceType : CRD + "medication";
            default ->
                PROFILED_BY_CRD.contains(resourceType)
                        ? CRD + resourceType.toLowerCase(Locale.ROOT)
                        : CORE + resourceType;
        };
    }
}
