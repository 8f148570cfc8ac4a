/** The libraries that fill forms, run by our engine and by the one of SMART apps, over the same charts. */
@NullMarked
package org.precert.engines;

import org.jspecify.annotations.NullMarked;
