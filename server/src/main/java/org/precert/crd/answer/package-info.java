/** A review as CRD answers it, before it is spelled in a version of the guide. */
@NullMarked
package org.precert.crd.answer;

import org.jspecify.annotations.NullMarked;
