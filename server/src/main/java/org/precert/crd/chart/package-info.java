/** What is known of the patient for a call: sent along, or fetched from the client. */
@NullMarked
package org.precert.crd.chart;

import org.jspecify.annotations.NullMarked;
