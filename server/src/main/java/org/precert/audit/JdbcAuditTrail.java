package org.precert.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Collects what a transaction records, and adds it to a chain when it is about to commit. */
final class JdbcAuditTrail implements AuditTrail {

    private final Chains chains;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcAuditTrail(Chains chains, TransactionTemplate transaction, Clock clock) {
        this.chains = chains;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void record(AuditEntry entry) {
        Stamped stamped = new Stamped(
                clock.instant().truncatedTo(ChronoUnit.MICROS), entry.kind(), EntryJson.write(entry, Origin.current()));
        transaction.executeWithoutResult(status -> ofThisTransaction().add(stamped));
    }

    /** Spring keeps these by transaction: one that is suspended has its own. */
    private AtCommit ofThisTransaction() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof AtCommit found && found.writesTo(chains)) {
                return found;
            }
        }
        AtCommit fresh = new AtCommit(chains);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }
}
