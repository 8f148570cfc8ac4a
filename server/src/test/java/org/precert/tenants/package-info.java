/** Payers are tenants: nothing of one is seen or changed through another. */
@NullMarked
package org.precert.tenants;

import org.jspecify.annotations.NullMarked;
