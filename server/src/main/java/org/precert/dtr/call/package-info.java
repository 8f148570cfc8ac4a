/** What a client sent to an operation of DTR, taken apart. */
@NullMarked
package org.precert.dtr.call;

import org.jspecify.annotations.NullMarked;
