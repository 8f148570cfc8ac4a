/** The review desk over HTTP, and what stands behind it. */
@NullMarked
package org.precert.desk;

import org.jspecify.annotations.NullMarked;
