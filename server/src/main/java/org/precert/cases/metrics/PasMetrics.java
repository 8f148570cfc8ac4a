package org.precert.cases.metrics;

import java.util.List;
import java.util.Map;

/**
 * The guide's metrics of a period, as the payer sees them: PAS 2.2.1, metrics.html. Calls are those of the period; requests and
 * lines are those that came in then, as they stand now; what is outstanding is so now.
 *
 * @param source in the words of the guide's PASMetricData
 * @param calls metrics 1 to 4
 * @param requests metric 1
 * @param finalAtOnce metric 5
 * @param pends metric 6
 * @param timeToFinal metric 7, of the requests of which every line is decided
 * @param results metric 8: by payer and policy
 * @param outstanding metrics 9 and 10
 * @param reasons lines by code of X12's list 886
 */
record PasMetrics(
        String source,
        String from,
        String to,
        Calls calls,
        Requests requests,
        FinalAtOnce finalAtOnce,
        Pends pends,
        Taken timeToFinal,
        List<PolicyResult> results,
        Outstanding outstanding,
        Documents documents,
        CrdDifference crd,
        Map<String, Long> reasons) {

    /**
     * @param byTypeAndStatus by the guide's type of exchange, then by HTTP status
     * @param withError refused, or answered with outcome error
     * @param shareWithError of all calls; 0 where there was none
     * @param errors by code of X12's list 901
     * @param queriesByOthers those for what somebody else had requested
     */
    record Calls(
            long count,
            Map<String, Map<String, Long>> byTypeAndStatus,
            long withError,
            double shareWithError,
            Map<String, Long> errors,
            long queriesByOthers,
            double p50Millis,
            double p95Millis,
            double p99Millis) {}

    record Requests(long count, long lines, Map<String, Long> byLineOfBusiness) {}

    /**
     * @param any requests of which some line was decided in the first answer
     * @param all those of which every one was
     */
    record FinalAtOnce(long requests, long any, long all, double shareAny, double shareAll) {}

    /**
     * @param lines that were pended in the first answer
     * @param resolved those that were decided since
     */
    record Pends(long lines, Taken resolved) {}

    /** @param byStanding how many lines stand where */
    record PolicyResult(String payer, String policy, Map<String, Long> byStanding) {}

    /** @param byAge of requests that are not decided */
    record Outstanding(long requests, long lines, long overdue, double oldestHours, Map<String, Long> byAge) {}

    /**
     * @param byLoinc what was asked for
     * @param arrived how long it took to come
     */
    record Documents(long asked, Map<String, Long> byLoinc, Taken arrived) {}

    /**
     * @param told lines of which the request tells what CRD said
     * @param differs those where PAS says something else
     */
    record CrdDifference(long told, long differs) {}
}
