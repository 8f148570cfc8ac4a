package org.precert.policy;

/** A reading of the document that a reasonable person could contest. */
public record Interpretation(String point, String decided, String otherReading) {}
