/**
 * Prior authorizations as members read them: an ExplanationOfBenefit of PDex, written in the transaction that changes the case.
 * 42 CFR 422.119(b)(1)(iv), 422.121; http://hl7.org/fhir/us/davinci-pdex/StructureDefinition/pdex-priorauthorization
 */
@NullMarked
package org.precert.patientaccess;

import org.jspecify.annotations.NullMarked;
