/**
 * The value sets of the forms, expanded for clients.
 * <a href="https://hl7.org/fhir/us/davinci-dtr/OperationDefinition-DTR-ValueSet-expand.html">DTR Value Set Expansion</a>
 */
@NullMarked
package org.precert.dtr.terminology;

import org.jspecify.annotations.NullMarked;
