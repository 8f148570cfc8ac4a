package org.precert.audit;

/**
 * A row of another table as it was when it was written.
 *
 * @param key the values of its primary key, a slash between them
 * @param hash of its columns: {@link CoveredTable}
 */
public record CoveredRow(CoveredTable table, String key, String hash) {}
