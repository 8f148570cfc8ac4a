package org.precert.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A call of PAS, as its metrics count it: {@code PASMetricData.exchange}. Nothing of it tells of a patient.
 *
 * @param at when it came in
 * @param version of the guide
 * @param client id of the registered client; empty for anybody
 * @param payer its key; empty where the request did not tell it
 * @param status of HTTP
 * @param lines how many the request asked for
 * @param failures the codes of X12's list 901 that it was answered with; none where it was reviewed
 * @param forOthers whether it asked for what somebody else had requested
 */
public record PasExchange(
        Instant at,
        Kind kind,
        String version,
        String client,
        String payer,
        int status,
        Duration took,
        int lines,
        List<String> failures,
        boolean forOthers) {

    public PasExchange {
        failures = List.copyOf(failures);
    }

    /** What it was for. The guide has initial, subsequent, cancel, update, query and initialDocToPayer. */
    public enum Kind {
        INITIAL("initial"),
        UPDATE("update"),
        CANCEL("cancel"),
        /** The guide has no word for it: an appeal follows a request. */
        APPEAL("subsequent"),
        QUERY("query"),
        DOCUMENTS("initialDocToPayer");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** In the guide's words. */
        public String code() {
            return code;
        }
    }
}
