package org.precert.platform.fhirstore;

/** Whether there is a store to answer, or only a reason why not. */
sealed interface StoreState permits StoreState.Ready, NotNow {

    record Ready(RunningStore store) implements StoreState {}
}
