package org.precert.platform.fhirstore;

import ca.uhn.fhir.batch2.api.IJobCoordinator;
import ca.uhn.fhir.batch2.api.IJobPartitionProvider;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.config.GeneratedDaoAndResourceProviderConfigR4;
import ca.uhn.fhir.jpa.config.JpaConfig;
import ca.uhn.fhir.jpa.dao.ITransactionProcessorVersionAdapter;
import ca.uhn.fhir.jpa.dao.r4.FhirSystemDaoR4;
import ca.uhn.fhir.jpa.dao.r4.TransactionProcessorVersionAdapterR4;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.search.IStaleSearchDeletingSvc;
import ca.uhn.fhir.jpa.search.StaleSearchDeletingSvcImpl;
import ca.uhn.fhir.jpa.term.TermVersionAdapterSvcR4;
import ca.uhn.fhir.jpa.term.api.ITermVersionAdapterSvc;
import ca.uhn.fhir.rest.api.IResourceSupportedSvc;
import ca.uhn.fhir.rest.api.server.storage.IDeleteExpungeJobSubmitter;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What HAPI needs beside its JpaConfig: JpaR4Config, HapiJpaConfig and the batch2 configurations, without what is not used. */
@EnableTransactionManagement
@Import({
    JpaConfig.class,
    GeneratedDaoAndResourceProviderConfigR4.class,
    ThreadPoolFactoryConfig.class,
    DatabaseBeans.class
})
class HapiJpaBeans {

    @Bean
    JpaStorageSettings jpaStorageSettings(FhirStoreProperties properties) {
        return StorageSettings.of(properties);
    }

    @Bean
    PartitionSettings partitionSettings() {
        return new PartitionSettings();
    }

    @Bean
    ITermVersionAdapterSvc termVersionAdapter() {
        return new TermVersionAdapterSvcR4();
    }

    @Bean
    ITransactionProcessorVersionAdapter<?, ?> transactionVersionAdapter() {
        return new TransactionProcessorVersionAdapterR4();
    }

    @Bean
    IFhirSystemDao<Bundle, Meta> systemDao() {
        return new FhirSystemDaoR4();
    }

    @Bean
    DatabaseBackedPagingProvider pagingProvider(FhirStoreProperties properties) {
        DatabaseBackedPagingProvider paging = new DatabaseBackedPagingProvider();
        paging.setDefaultPageSize(properties.pageSize());
        paging.setMaximumPageSize(properties.maxPageSize());
        return paging;
    }

    @Bean
    IStaleSearchDeletingSvc staleSearchDeleting() {
        return new StaleSearchDeletingSvcImpl();
    }

    @Bean
    IResourceSupportedSvc resourceSupported() {
        return ServedTypes.SHOWN::contains;
    }

    @Bean
    IJobCoordinator jobCoordinator() {
        return Absent.of(IJobCoordinator.class);
    }

    @Bean
    IJobPartitionProvider jobPartitions() {
        return Absent.of(IJobPartitionProvider.class);
    }

    /** Takes the place of the bean of this name in JpaConfig, which needs the batch jobs. */
    @Bean
    IDeleteExpungeJobSubmitter deleteExpungeJobSubmitter() {
        return Absent.of(IDeleteExpungeJobSubmitter.class);
    }
}
