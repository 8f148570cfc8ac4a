package org.precert.ledger.metrics;

import java.util.List;
import java.util.Map;

/**
 * What is counted of some calls. Names are those of the guide's logical model CRDMetricData.
 *
 * @param percentiles of the time that answers took
 */
record Segment(Calls calls, Percentiles percentiles, Orders orders, Answers coverageInfo, List<Engagement> feedback) {

    /**
     * Calls. Shares are of those that were answered with 200, and 1 where there was none.
     *
     * @param shareUnder5s metric 6
     * @param shareInTime 5 s, and 10 s for appointment-book
     */
    record Calls(
            long count,
            Map<String, Long> byHttpResponse,
            double shareUnder5s,
            double shareUnder10s,
            double shareInTime) {}

    /**
     * Metric 1.
     *
     * @param passed orders that an answer was to be given for
     * @param withCoverageInfo those that got one
     */
    record Orders(long passed, long withCoverageInfo) {}

    /**
     * Metrics 2 to 5. Counted by order and coverage, where the guide counts by order: who has two coverages gets two.
     *
     * @param told how many there are
     * @param byDetermination of all reviews, whether or not they were told again
     * @param authNeededWithQuestionnaire metric 3, to be divided by auth-needed
     * @param docNeeded the divisor of metric 4
     * @param docNeededWithQuestionnaire metric 4
     */
    record Answers(
            long told,
            Map<String, Long> byCovered,
            Map<String, Long> byPaNeeded,
            Map<String, Long> byDocNeeded,
            Map<String, Long> byQuestionnaire,
            long authNeededWithQuestionnaire,
            long docNeeded,
            long docNeededWithQuestionnaire,
            Map<String, Long> byPayer,
            Map<String, Long> byPolicy,
            Map<String, Long> byDetermination) {}

    /**
     * What became of cards, as far as clients told. Topic and policy are empty where the card was not found.
     *
     * @param overridden how often a clinician put the card aside
     */
    record Engagement(String policy, String topic, long accepted, long overridden) {}
}
