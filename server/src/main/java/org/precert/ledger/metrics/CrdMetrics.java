package org.precert.ledger.metrics;

import java.util.Map;

/**
 * The guide's metrics of a period, as the payer sees them: all together, and apart by hook (metric 9) and by client
 * (metric 8).
 *
 * @param source in the words of the guide's CRDMetricData
 */
record CrdMetrics(
        String source,
        String from,
        String to,
        Segment all,
        Map<String, Segment> byHookType,
        Map<String, Segment> byClient) {}
