/** The words of a determination, and the one pure function that makes it. Imports {@code java.*} alone. */
@NullMarked
package org.precert.decision;

import org.jspecify.annotations.NullMarked;
