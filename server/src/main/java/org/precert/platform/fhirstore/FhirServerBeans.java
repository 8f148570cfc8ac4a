package org.precert.platform.fhirstore;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.provider.ValueSetOperationProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.springframework.context.annotation.Bean;

class FhirServerBeans {

    @Bean
    RestfulServer restfulServer(
            FhirContext fhirContext,
            FhirStoreProperties properties,
            ResourceProviderFactory providers,
            ValueSetOperationProvider valueSetOperations,
            DatabaseBackedPagingProvider paging,
            ISearchParamRegistry searchParameters) {
        RestfulServer server = new QuietServer(fhirContext);
        server.setServerName("Precert");
        server.setImplementationDescription("Precert FHIR server");
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setPagingProvider(paging);
        if (!properties.baseUrl().isEmpty()) {
            server.setServerAddressStrategy(new HardcodedServerAddressStrategy(properties.baseUrl()));
        }
        server.registerProviders(providers.createProviders());
        server.registerProvider(valueSetOperations);
        server.setServerConformanceProvider(capabilities(server, searchParameters));
        server.registerInterceptor(new Strangers(properties));
        server.registerInterceptor(new NoInnards(properties.queryLimit()));
        server.registerInterceptor(new SmallCapabilityStatement(properties));
        return server;
    }

    @Bean
    Seeder seeder(DaoRegistry daos) {
        return new Seeder(daos);
    }

    private static ServerCapabilityStatementProvider capabilities(
            RestfulServer server, ISearchParamRegistry searchParameters) {
        // Without validation support: with it, HAPI reads every StructureDefinition of FHIR to list profiles that are
        // not served.
        ServerCapabilityStatementProvider capabilities =
                new ServerCapabilityStatementProvider(server, searchParameters, null);
        capabilities.setPublisher("Precert");
        return capabilities;
    }
}
