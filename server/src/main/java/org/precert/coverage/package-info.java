/** What a review says of coverage, and how each version of CRD spells it: on orders in CRD, on answered forms in DTR. */
@NullMarked
package org.precert.coverage;

import org.jspecify.annotations.NullMarked;
