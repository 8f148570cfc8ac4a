/** Spells answers as a version of the guide has them. */
@NullMarked
package org.precert.crd.wire;

import org.jspecify.annotations.NullMarked;
