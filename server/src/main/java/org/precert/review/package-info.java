/** The one use case: an order under a coverage is reviewed against the payer's policy. Owns the port to the ledger. */
@NullMarked
package org.precert.review;

import org.jspecify.annotations.NullMarked;
