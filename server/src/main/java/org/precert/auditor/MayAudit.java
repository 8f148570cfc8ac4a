package org.precert.auditor;

import org.precert.staff.Staff;

/** Who may read the record. The one place that asks for the role of an auditor. */
@FunctionalInterface
interface MayAudit {

    /**
     * Until staff have roles: those who work for every payer. The record does not tell one payer's entries from another's, and nothing
     * of one is for the staff of another.
     */
    static MayAudit ofAllPayers() {
        return staff -> staff.payers().isEmpty();
    }

    boolean allows(Staff staff);
}
