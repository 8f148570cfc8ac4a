package org.precert.cases.metrics;

/**
 * A line of the report.
 *
 * @param id stays the same over the years
 * @param metric the number of it among the nine of CMS-0057-F; 0 for what is told beside them
 * @param numerator of a share, or the count itself
 * @param denominator of a share
 * @param value of a share, in percent, or of a time
 * @param unit of the value, or of the count
 * @param definition in words
 */
record Figure(
        String id,
        int metric,
        String label,
        Shown numerator,
        Shown denominator,
        Shown value,
        String unit,
        String definition) {}
