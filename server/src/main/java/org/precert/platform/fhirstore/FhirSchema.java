package org.precert.platform.fhirstore;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.config.r4.FhirContextR4Config;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.util.ISequenceValueMassager;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The tables of HAPI FHIR JPA, without the rest of it. */
public final class FhirSchema {

    private FhirSchema() {}

    /** Adds tables and columns that are missing, as the start of the store does. */
    public static void update(DataSource dataSource) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().registerSingleton("dataSource", dataSource);
            context.getBeanFactory()
                    .registerSingleton(
                            "fhirContext", FhirContextR4Config.configureFhirContext(FhirContext.forR4Cached()));
            context.getBeanFactory().registerSingleton("storageSettings", new JpaStorageSettings());
            context.getBeanFactory().registerSingleton("partitionSettings", new PartitionSettings());
            context.getBeanFactory()
                    .registerSingleton("idMassager", new ISequenceValueMassager.NoopSequenceValueMassager());
            context.register(DatabaseBeans.class);
            context.refresh();
        }
    }
}
