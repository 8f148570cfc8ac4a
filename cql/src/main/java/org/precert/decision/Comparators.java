package org.precert.decision;

/** What a policy compares a treatment with, and where it says so. */
public record Comparators(String what, String locator) {}
