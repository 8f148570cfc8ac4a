package org.precert.evaluation;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes the code of a Medication into the orders and courses that refer to it: libraries that choose by code find them
 * then, and none needs all medications of a patient.
 */
final class NamedMedications {

    private NamedMedications() {}

    static Facts in(Facts facts) {
        List<Resource> named =
                facts.all().stream().map(resource -> named(resource, facts)).toList();
        return new Facts(named);
    }

    private static Resource named(Resource resource, Facts facts) {
        if (resource instanceof MedicationRequest order && order.getMedication() instanceof Reference medication) {
            return code(order, medication, facts)
                    .<Resource>map(code -> order.copy().setMedication(code))
                    .orElse(order);
        }
        if (resource instanceof MedicationStatement course && course.getMedication() instanceof Reference medication) {
            return code(course, medication, facts)
                    .<Resource>map(code -> course.copy().setMedication(code))
                    .orElse(course);
        }
        return resource;
    }

    private static Optional<CodeableConcept> code(DomainResource from, Reference medication, Facts facts) {
        String reference = medication.hasReference() ? medication.getReference() : "";
        Optional<Resource> found = reference.startsWith("#")
                ? from.getContained().stream()
                        .filter(each -> reference.endsWith(each.getIdElement().getIdPart()))
                        .findFirst()
                : facts.find(reference);
        return found.filter(Medication.class::isInstance)
                .map(Medication.class::cast)
                .filter(Medication::hasCode)
                .map(Medication::getCode);
    }
}
