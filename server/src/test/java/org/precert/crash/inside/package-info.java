/** Stands on the class path of the server that is to crash, and of no other: ends it at a named point. */
@NullMarked
package org.precert.crash.inside;

import org.jspecify.annotations.NullMarked;
