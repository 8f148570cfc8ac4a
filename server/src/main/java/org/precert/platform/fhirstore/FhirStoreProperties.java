package org.precert.platform.fhirstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What strangers may do at {@code /fhir}.
 *
 * @param open whether anybody may read and search; else only the CapabilityStatement is shown
 * @param writable whether anybody may write; meant for tests on a closed network
 * @param startDelay after the application is ready: the first hooks go first
 * @param baseUrl the public address of {@code /fhir}; empty means "as the request says"
 * @param tokenUrl where clients get their access tokens
 * @param queryLimit for one question to the database: a search that takes longer is given up
 */
@ConfigurationProperties("precert.fhir")
record FhirStoreProperties(
        @DefaultValue("false") boolean open,
        @DefaultValue("false") boolean writable,
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String tokenUrl,
        @DefaultValue("20") int pageSize,
        @DefaultValue("200") int maxPageSize,
        @DefaultValue("2s") Duration startDelay,
        @DefaultValue("5s") Duration queryLimit) {}
