package org.precert.platform.fhirstore;

import ca.uhn.fhir.jpa.search.IStaleSearchDeletingSvc;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** HAPI FHIR JPA, up and running. */
final class RunningStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningStore.class);
    private static final int CLEANING_MINUTES = 5;

    private final ConfigurableApplicationContext context;
    private final ScheduledExecutorService cleaning = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fhir-store-cleaning");
        thread.setDaemon(true);
        return thread;
    });

    RunningStore(ConfigurableApplicationContext context) {
        this.context = context;
        // It reports its own troubles and ends with the store: nobody waits for it.
        var unused = cleaning.scheduleWithFixedDelay(
                this::forgetOldSearches, CLEANING_MINUTES, CLEANING_MINUTES, TimeUnit.MINUTES);
    }

    RestfulServer server() {
        return context.getBean(RestfulServer.class);
    }

    @Override
    public void close() {
        cleaning.shutdownNow();
        context.close();
    }

    /** HAPI keeps each search in the database for its pages; its own clean-up hangs on Quartz, which does not run here. */
    private void forgetOldSearches() {
        try {
            context.getBean(IStaleSearchDeletingSvc.class).pollForStaleSearchesAndDeleteThem();
        } catch (RuntimeException e) {
            LOG.warn("Old searches were not deleted from the FHIR store", e);
        }
    }
}
