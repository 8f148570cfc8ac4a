package org.precert.pas;

import java.util.List;
import org.precert.cases.ExchangeLog;
import org.precert.cases.PasExchange;
import org.precert.cases.PasExchange.Kind;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.Purpose;
import org.precert.pas.call.SubmittedRequest;

/** Counts each call for the metrics of the guide: PAS 2.2.1, metric-1 and 2. */
final class Exchanges {

    private static final int OK = 200;

    private final ExchangeLog log;

    Exchanges(ExchangeLog log) {
        this.log = log;
    }

    void submitted(SubmittedRequest request, SubmitService.Answer answer, Call call) {
        add(
                kind(request.purpose()),
                request.version(),
                call,
                answer.payer(),
                OK,
                request.items().size(),
                answer.failures(),
                false);
    }

    /**
     * @param payer its key; empty where several were found, or none
     * @param forOthers whether something was found that another client had requested
     */
    void inquired(PasVersion version, Call call, String payer, int items, boolean forOthers) {
        add(Kind.QUERY, version, call, payer, OK, items, List.of(), forOthers);
    }

    void documents(PasVersion version, Call call, String payer) {
        add(Kind.DOCUMENTS, version, call, payer, OK, 0, List.of(), false);
    }

    /** @param status of HTTP */
    void refused(Kind kind, PasVersion version, Call call, int status) {
        add(kind, version, call, "", status, 0, List.of(), false);
    }

    private void add(
            Kind kind,
            PasVersion version,
            Call call,
            String payer,
            int status,
            int lines,
            List<String> failures,
            boolean forOthers) {
        log.record(new PasExchange(
                call.at(),
                kind,
                version.code(),
                call.clientId(),
                payer,
                status,
                call.deadline().elapsed(),
                lines,
                failures,
                forOthers));
    }

    private static Kind kind(Purpose purpose) {
        return switch (purpose) {
            case INITIAL, RENEWAL, EXTENSION, NOTIFICATION, VERIFICATION -> Kind.INITIAL;
            case UPDATE -> Kind.UPDATE;
            case CANCEL -> Kind.CANCEL;
            case APPEAL_STANDARD, APPEAL_EXPEDITED -> Kind.APPEAL;
        };
    }
}
