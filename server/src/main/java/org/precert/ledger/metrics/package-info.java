/** The guide's metrics, counted from what the ledger holds. https://hl7.org/fhir/us/davinci-crd/STU2/metrics.html */
@NullMarked
package org.precert.ledger.metrics;

import org.jspecify.annotations.NullMarked;
