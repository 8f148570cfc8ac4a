package org.precert.cases;

/**
 * A code as it was sent.
 *
 * @param words our words, or the display of a system that is free to quote; may be empty
 */
public record Code(String system, String code, String words) {}
