package org.precert.decision;

/**
 * A document that a statement asks for.
 *
 * @param kind clinical or admin: who can fill it
 * @param purpose withpa, withclaim, withorder or retain-doc
 * @param questionnaire the name of the form in the policy's folder
 */
public record Paperwork(String kind, String purpose, String questionnaire) {}
