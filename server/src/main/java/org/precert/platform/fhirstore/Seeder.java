package org.precert.platform.fhirstore;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts resources into the store under their own ids; one that is there already, unchanged, keeps its version. */
final class Seeder {

    private static final Logger LOG = LoggerFactory.getLogger(Seeder.class);

    private final DaoRegistry daos;

    Seeder(DaoRegistry daos) {
        this.daos = daos;
    }

    void put(StoreContent content) {
        AtomicInteger count = new AtomicInteger();
        try (Stream<IBaseResource> resources = content.resources()) {
            resources.forEach(resource -> {
                put(resource);
                count.incrementAndGet();
            });
        }
        LOG.info("The FHIR store holds {} resources of {}", count, content);
    }

    private <R extends IBaseResource> void put(R resource) {
        daos.getResourceDao(resource).update(resource, new SystemRequestDetails());
    }
}
