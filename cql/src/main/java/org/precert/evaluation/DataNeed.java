package org.precert.evaluation;

/**
 * Something that a policy reads of a patient's chart, beside the orders of the request and what they refer to.
 *
 * @param type the FHIR type
 */
public record DataNeed(String type) {}
