package org.precert.crd;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code precert.crd.*}
 *
 * @param clientFhirBases the FHIR servers that may be read for a call, in full
 * @param loopbackFhir whether servers on this machine may be read, too: for demonstrations alone
 * @param fetchDeadline for everything that one call has to fetch
 */
@ConfigurationProperties("precert.crd")
record CrdProperties(
        @DefaultValue List<String> clientFhirBases,
        @DefaultValue("false") boolean loopbackFhir,
        @DefaultValue("3s") Duration fetchDeadline) {}
