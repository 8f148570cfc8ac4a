/**
 * What went wrong with our forms in the hands of clients, as they report it, without anything of a patient.
 * <a href="https://hl7.org/fhir/us/davinci-dtr/OperationDefinition-log-questionnaire-errors.html">Log Questionnaire
 * Errors</a>
 */
@NullMarked
package org.precert.dtr.trouble;

import org.jspecify.annotations.NullMarked;
