/**
 * The one way by which this server asks others: HTTP to places that were registered, within limits of time and size. Who
 * answers slowly, lies about an address or points elsewhere harms nobody but itself.
 */
@NullMarked
package org.precert.outgoing;

import org.jspecify.annotations.NullMarked;
