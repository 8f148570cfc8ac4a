package org.precert.review;

import java.time.LocalDate;
import org.precert.evaluation.Ruling;

/**
 * One order under one coverage, decided. Every door renders this and none decides again.
 *
 * @param assertionId the coverage-assertion-id: by it the other doors, and people, find this review again
 * @param madeOn the day on which it was made
 */
public record Review(String assertionId, OrderLine order, MemberCoverage coverage, LocalDate madeOn, Ruling ruling) {}
