package org.precert.platform.fhirstore;

import java.util.Set;

/** The resource types of the store. */
final class ServedTypes {

    /** What {@code /fhir} shows. */
    static final Set<String> SHOWN = Set.of(
            "AuditEvent",
            "Basic",
            "Bundle",
            "Claim",
            "ClaimResponse",
            "CodeSystem",
            "Communication",
            "CommunicationRequest",
            "Condition",
            "Coverage",
            "Device",
            "DeviceRequest",
            "DocumentReference",
            "Encounter",
            "Endpoint",
            "ExplanationOfBenefit",
            "InsurancePlan",
            "Library",
            "Location",
            "Medication",
            "MedicationRequest",
            "NamingSystem",
            "Observation",
            "Organization",
            "Patient",
            "PlanDefinition",
            "Practitioner",
            "PractitionerRole",
            "Procedure",
            "Provenance",
            "Questionnaire",
            "QuestionnaireResponse",
            "ServiceRequest",
            "Subscription",
            "Task",
            "ValueSet");

    /** What HAPI asks its own store for, whether or not there is any. */
    private static final Set<String> ASKED_BY_HAPI = Set.of("ConceptMap", "SearchParameter", "StructureDefinition");

    private ServedTypes() {}

    static boolean isKept(String type) {
        return SHOWN.contains(type) || ASKED_BY_HAPI.contains(type);
    }
}
