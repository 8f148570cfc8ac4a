package org.precert.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;

/** R4's definitions. Asked for all of them, which the validator does to learn the types' names, it gives types only. */
final class CoreDefinitions extends DefaultProfileValidationSupport {

    CoreDefinitions(FhirContext fhir) {
        super(fhir);
    }

    @Override
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return super.<T>fetchAllStructureDefinitions().stream()
                .filter(CoreDefinitions::isType)
                .toList();
    }

    private static boolean isType(IBaseResource definition) {
        return definition instanceof StructureDefinition structure
                && structure.getDerivation() != TypeDerivationRule.CONSTRAINT;
    }
}
