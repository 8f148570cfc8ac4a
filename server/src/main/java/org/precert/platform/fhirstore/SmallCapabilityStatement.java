package org.precert.platform.fhirstore;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;

/** Takes out of the CapabilityStatement what HAPI could do but {@link Strangers} refuses. */
@Interceptor
public final class SmallCapabilityStatement {

    private static final Set<TypeRestfulInteraction> READING =
            EnumSet.of(TypeRestfulInteraction.READ, TypeRestfulInteraction.VREAD, TypeRestfulInteraction.SEARCHTYPE);
    private static final Set<TypeRestfulInteraction> WRITING =
            EnumSet.of(TypeRestfulInteraction.CREATE, TypeRestfulInteraction.UPDATE, TypeRestfulInteraction.DELETE);

    private final FhirStoreProperties properties;

    SmallCapabilityStatement(FhirStoreProperties properties) {
        this.properties = properties;
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void shrink(IBaseConformance conformance) {
        CapabilityStatement statement = (CapabilityStatement) conformance;
        statement.setName("Precert").setTitle("Precert");
        statement.setText(null);
        for (CapabilityStatementRestComponent rest : statement.getRest()) {
            rest.setInteraction(List.of()).setOperation(List.of());
            rest.getResource().removeIf(resource -> !ServedTypes.SHOWN.contains(resource.getType()));
            rest.getResource().forEach(this::shrink);
            rest.setSecurity(SmartSecurity.by(properties.tokenUrl()));
        }
        DtrCapability.declare(statement);
    }

    private void shrink(CapabilityStatementRestResourceComponent resource) {
        resource.getInteraction().removeIf(interaction -> !isOffered(interaction.getCode()));
        resource.getOperation().removeIf(operation -> !Strangers.ASKING.contains("$" + operation.getName()));
        resource.setSearchRevInclude(List.of());
        resource.getSearchParam().forEach(parameter -> parameter.setDocumentation(null));
        if (!properties.writable()) {
            resource.setConditionalCreateElement(null);
            resource.setConditionalUpdateElement(null);
            resource.setConditionalDeleteElement(null);
        }
    }

    private boolean isOffered(TypeRestfulInteraction interaction) {
        return READING.contains(interaction) || (properties.writable() && WRITING.contains(interaction));
    }
}
