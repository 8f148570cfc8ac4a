package org.precert.platform.fhirstore;

import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.UriType;

/** How clients prove who they are: SMART Backend Services. */
final class SmartSecurity {

    private SmartSecurity() {}

    /** @param tokenUrl where they get their access tokens */
    static CapabilityStatementRestSecurityComponent by(String tokenUrl) {
        CapabilityStatementRestSecurityComponent security = new CapabilityStatementRestSecurityComponent();
        security.addService()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
                .setCode("SMART-on-FHIR")
                .setDisplay("SMART-on-FHIR");
        security.addExtension()
                .setUrl("http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris")
                .addExtension()
                .setUrl("token")
                .setValue(new UriType(tokenUrl));
        return security.setDescription("SMART Backend Services: a registered client gets an access token with a signed "
                + "assertion (private_key_jwt).");
    }
}
