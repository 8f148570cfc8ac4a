package org.precert.platform.fhirstore;

import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;

/** Declares the operations of the DTR door, which stand beside the store. DTR 2.2, dtr-payer-service. */
final class DtrCapability {

    private static final String GUIDE = "http://hl7.org/fhir/us/davinci-dtr/";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-";

    private DtrCapability() {}

    static void declare(CapabilityStatement statement) {
        statement.addInstantiates(GUIDE + "CapabilityStatement/dtr-payer-service");
        for (String version : List.of("2.0.1", "2.2.0")) {
            statement.addImplementationGuide(GUIDE + "ImplementationGuide/hl7.fhir.us.davinci-dtr|" + version);
        }
        for (CapabilityStatementRestComponent rest : statement.getRest()) {
            rest.getResource().forEach(DtrCapability::declare);
        }
    }

    private static void declare(CapabilityStatementRestResourceComponent resource) {
        if (resource.getType().equals("Questionnaire")) {
            operation(resource, "questionnaire-package", GUIDE + "OperationDefinition/questionnaire-package");
            operation(resource, "log-questionnaire-errors", GUIDE + "OperationDefinition/log-questionnaire-errors");
            operation(resource, "next-question", SDC + "next-question");
            operation(resource, "populate", SDC + "populate");
        }
        boolean listed = resource.getOperation().stream()
                .anyMatch(operation -> operation.getName().equals("expand"));
        if (resource.getType().equals("ValueSet") && !listed) {
            operation(resource, "expand", "http://hl7.org/fhir/OperationDefinition/ValueSet-expand");
        }
    }

    private static void operation(CapabilityStatementRestResourceComponent resource, String name, String definition) {
        resource.addOperation().setName(name).setDefinition(definition);
    }
}
