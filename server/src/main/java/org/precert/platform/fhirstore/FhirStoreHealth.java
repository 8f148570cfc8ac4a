package org.precert.platform.fhirstore;

import org.precert.platform.fhirstore.StoreState.Ready;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Tells the readiness of the FHIR store apart from the readiness of the application. */
final class FhirStoreHealth implements HealthIndicator {

    private final FhirStore store;

    FhirStoreHealth(FhirStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        StoreState state = store.state();
        if (state instanceof Ready) {
            return Health.up().build();
        }
        Health.Builder health = state == NotNow.FAILED ? Health.down() : Health.outOfService();
        return health.withDetail("state", state.toString()).build();
    }
}
