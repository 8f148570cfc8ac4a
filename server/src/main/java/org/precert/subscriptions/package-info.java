/**
 * Tells clients what became of their prior authorization requests: Subscriptions of PAS 2.0.1 and 2.2.1, after the
 * <a href="http://hl7.org/fhir/uv/subscriptions-backport/STU1.1/">Subscriptions R5 Backport 1.1.0</a> on R4. Notifications
 * are written in the transaction that changes a case, and delivered from the database: at least once, each subscription in
 * order.
 */
@NullMarked
package org.precert.subscriptions;

import org.jspecify.annotations.NullMarked;
