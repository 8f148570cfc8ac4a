/** Where staff of the payer decide what was pended: a worklist, the case with everything side by side, and actions. */
@NullMarked
package org.precert.desk;

import org.jspecify.annotations.NullMarked;
