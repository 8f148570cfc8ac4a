package org.precert.evaluation;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.AnnotatedUuidType;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;

/**
 * The engine's model of R4. As it comes, it has all 146 resource types scanned before the first question, most of a CPU second of each start
 * for types that no policy reads; HAPI scans a type by itself when it meets it.
 */
final class FhirModel extends R4FhirModelResolver {

    FhirModel(FhirContext fhir) {
        super(fhir);
    }

    @Override
    protected void initialize() {
        // UUIDs are values of this type to the engine, which HAPI's own leaves without a name.
        getFhirContext().registerCustomType(AnnotatedUuidType.class);
        getFhirContext().getResourceDefinition("Patient");
    }
}
