/** Who of a payer's staff is at work, and what they may do. */
@NullMarked
package org.precert.staff;

import org.jspecify.annotations.NullMarked;
