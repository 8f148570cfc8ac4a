/** Proofs of what the DTR guide demands of payers, against one server. */
@NullMarked
package org.precert.requirements.dtr;

import org.jspecify.annotations.NullMarked;
