package org.precert.platform.fhirstore;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.ClientIdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.IdStrategyEnum;
import java.util.Set;

/** How HAPI stores. */
final class StorageSettings {

    private StorageSettings() {}

    static JpaStorageSettings of(FhirStoreProperties properties) {
        JpaStorageSettings settings = new JpaStorageSettings();
        settings.setResourceClientIdStrategy(ClientIdStrategyEnum.ANY);
        settings.setResourceServerIdStrategy(IdStrategyEnum.UUID);
        settings.setEnforceReferentialIntegrityOnWrite(false);
        settings.setEnforceReferentialIntegrityOnDelete(false);
        settings.setAllowExternalReferences(true);
        settings.setTreatBaseUrlsAsLocal(properties.baseUrl().isEmpty() ? Set.of() : Set.of(properties.baseUrl()));
        settings.setFetchSizeDefaultMaximum(properties.maxPageSize());
        // A search says what is stored now, not what was stored a minute ago.
        settings.setReuseCachedSearchResultsForMillis(null);
        settings.setAllowMultipleDelete(false);
        settings.setExpungeEnabled(false);
        settings.setDeleteExpungeEnabled(false);
        settings.setHibernateSearchIndexFullText(false);
        settings.setHibernateSearchIndexSearchParams(false);
        // Some 2500 rows, each in a transaction of its own, that only the optimized index storage reads.
        settings.setWriteToSearchParamIdentityTable(false);
        withoutJobs(settings);
        return settings;
    }

    private static void withoutJobs(JpaStorageSettings settings) {
        settings.setSchedulingDisabled(true);
        settings.setPreExpandValueSets(false);
        settings.setEnableTaskPreExpandValueSets(false);
        settings.setMarkResourcesForReindexingUponSearchParameterChange(false);
        // A larger code system would wait for a job to index it, and here no job comes.
        settings.setDeferIndexingForCodesystemsOfSize(Integer.MAX_VALUE);
    }
}
