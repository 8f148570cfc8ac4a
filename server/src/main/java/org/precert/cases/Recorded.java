package org.precert.cases;

import java.time.Instant;

/**
 * An event with its place in the case's history.
 *
 * @param number from 1, without gaps
 */
public record Recorded(int number, Instant at, Actor by, CaseEvent event) {}
