/** Who of a payer's staff is at work. */
@NullMarked
package org.precert.staff;

import org.jspecify.annotations.NullMarked;
