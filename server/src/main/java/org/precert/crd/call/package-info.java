/** The call: a CDS Hooks request, read and checked once. */
@NullMarked
package org.precert.crd.call;

import org.jspecify.annotations.NullMarked;
