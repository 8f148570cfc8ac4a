package org.precert.dtr.trouble;

import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.review.InvalidRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code Questionnaire/$log-questionnaire-errors} */
@RestController
final class TroubleController {

    private static final String OPERATION = "/Questionnaire/$log-questionnaire-errors";

    private final ReportReader reports;
    private final TroubleLog log;

    TroubleController(ReportReader reports, TroubleLog log) {
        this.reports = reports;
        this.log = log;
    }

    /**
     * Keeps a report. The operation has no output: FHIR wants a status of success and, without output, no body; 200 rather
     * than 204, which some clients take for a failure to answer.
     *
     * @throws InvalidRequest for what can not be understood
     */
    @PostMapping({"/fhir" + OPERATION, "/dtr/2.0/fhir" + OPERATION, "/dtr/2.2/fhir" + OPERATION})
    ResponseEntity<Void> log(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestBody(required = false) byte[] body) {
        log.keep(caller.known().map(Client::id).orElse(""), reports.read(body == null ? new byte[0] : body));
        return ResponseEntity.ok().build();
    }
}
