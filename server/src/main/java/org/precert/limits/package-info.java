/** What one call may cost, and how many there may be: bytes, time, pace and places. What is refused here cost nearly nothing. */
@NullMarked
package org.precert.limits;

import org.jspecify.annotations.NullMarked;
