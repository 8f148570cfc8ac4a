/** Precert: a FHIR server for payers. The folders below tell the business; arrows point from the doors to the decision. */
@NullMarked
package org.precert;

import org.jspecify.annotations.NullMarked;
