/** The second door: the payer's form, filled from the chart, and what came of it. HL7 Da Vinci DTR 2.0.1 and 2.2. */
@NullMarked
package org.precert.dtr;

import org.jspecify.annotations.NullMarked;
