/** Subscriptions, and their outbox against real receivers and a real database. */
@NullMarked
package org.precert.subscriptions;

import org.jspecify.annotations.NullMarked;
