package org.precert.audit;

/** Where everything is recorded that somebody may have to answer for. */
@FunctionalInterface
public interface AuditTrail {

    /**
     * Joins the transaction if there is one: the entry is kept with what it tells of, or neither is. Without a transaction it is
     * kept when this returns; so record a read before the answer, and show nothing if this fails.
     */
    void record(AuditEntry entry);
}
