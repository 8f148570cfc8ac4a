/** What auditors see of the record, as IHE's AuditEvents, and what is recorded for parts that do not record by themselves. */
@NullMarked
package org.precert.auditor;

import org.jspecify.annotations.NullMarked;
