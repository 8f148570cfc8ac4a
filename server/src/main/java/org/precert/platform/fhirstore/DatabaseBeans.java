package org.precert.platform.fhirstore;

import static java.util.Map.entry;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.archive.scan.internal.DisabledScanner;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.envers.boot.internal.EnversService;
import org.hibernate.jpa.SpecHints;
import org.hibernate.query.sqm.mutation.internal.temptable.GlobalTemporaryTableStrategy;
import org.hibernate.search.mapper.orm.cfg.HibernateOrmMapperSettings;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Hibernate over the application's own DataSource, so that HAPI's rows and ours can share a transaction.
 *
 * <p>Not a {@code @Configuration}: the application's component scan must not see it.
 */
class DatabaseBeans {

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            ConfigurableListableBeanFactory beans,
            DataSource dataSource,
            FhirContext fhirContext,
            JpaStorageSettings settings,
            PartitionSettings partitions,
            FhirStoreProperties properties) {
        LocalContainerEntityManagerFactoryBean factory =
                HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhirContext, settings);
        factory.setPersistenceUnitName("fhir-store");
        factory.setDataSource(dataSource);
        factory.setJpaPropertyMap(hibernate(Dialect.of(dataSource)));
        // HAPI has no limit of its own: a search runs on a thread beside, and whoever asked waits as long.
        factory.getJpaPropertyMap()
                .put(
                        SpecHints.HINT_SPEC_QUERY_TIMEOUT,
                        Math.toIntExact(properties.queryLimit().toMillis()));
        return factory;
    }

    @Bean
    JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory, DataSource dataSource) {
        JpaTransactionManager transactions = new JpaTransactionManager(entityManagerFactory);
        transactions.setDataSource(dataSource);
        return transactions;
    }

    private static Map<String, Object> hibernate(Dialect dialect) {
        return Map.ofEntries(
                entry(AvailableSettings.DIALECT, dialect.hibernateName()),
                // HAPI's entities have no constraints of Bean Validation's. Without it, Hibernate would look for nulls
                // itself, before HAPI has filled them in.
                entry(AvailableSettings.JAKARTA_VALIDATION_MODE, "none"),
                entry(AvailableSettings.CHECK_NULLABILITY, "false"),
                // FhirSchema sees to the tables.
                entry(AvailableSettings.HBM2DDL_AUTO, "none"),
                // Nor tables for changes to entities of several tables: HAPI has none of those.
                entry(GlobalTemporaryTableStrategy.CREATE_ID_TABLES, "false"),
                entry(AvailableSettings.SCANNER, DisabledScanner.class.getName()),
                entry(AvailableSettings.STATEMENT_BATCH_SIZE, "20"),
                entry(AvailableSettings.USE_SECOND_LEVEL_CACHE, "false"),
                entry(AvailableSettings.USE_QUERY_CACHE, "false"),
                entry(EnversService.INTEGRATION_ENABLED, "false"),
                entry(HibernateOrmMapperSettings.ENABLED, "false"));
    }
}
