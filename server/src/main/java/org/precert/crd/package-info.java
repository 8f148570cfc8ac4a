/** The first door: Coverage Requirements Discovery over CDS Hooks. https://hl7.org/fhir/us/davinci-crd/STU2/ */
@NullMarked
package org.precert.crd;

import org.jspecify.annotations.NullMarked;
