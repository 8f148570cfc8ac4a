/**
 * What a payer has to decide, from the request to the last word: events, what they come to, and who may cause them. Knows
 * no FHIR and no door.
 */
@NullMarked
package org.precert.cases;

import org.jspecify.annotations.NullMarked;
