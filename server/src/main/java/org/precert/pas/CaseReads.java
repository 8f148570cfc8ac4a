package org.precert.pas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.precert.audit.AuditEntry.PatientRead;
import org.precert.audit.AuditTrail;
import org.precert.audit.Who;
import org.precert.cases.Case;
import org.precert.cases.CaseStore;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.pas.answer.Found;
import org.precert.pas.call.PasVersion;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What a base can do, and the answer of today to a request: a notification that carries its id alone leads here. */
@RestController
final class CaseReads {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");
    private static final String BASE = "/pas/{version:2\\.0\\.1|2\\.2\\.1}/fhir";

    private final CaseStore cases;
    private final FoundCases found;
    private final Answers answers;
    private final PasCapability capability;
    private final AuditTrail audit;

    CaseReads(CaseStore cases, FoundCases found, Answers answers, PasCapability capability, AuditTrail audit) {
        this.cases = cases;
        this.found = found;
        this.answers = answers;
        this.capability = capability;
        this.audit = audit;
    }

    @GetMapping(BASE + "/metadata")
    ResponseEntity<ObjectNode> metadata(@PathVariable("version") String version) {
        return ResponseEntity.ok()
                .contentType(FHIR)
                .body(capability.of(PasVersion.of(version).orElseThrow()));
    }

    /**
     * The answer to a request as it stands today, for the client that sent it.
     *
     * @param id of the ClaimResponse
     */
    @GetMapping(BASE + "/ClaimResponse/{id}")
    ResponseEntity<byte[]> claimResponse(
            @PathVariable("version") String version,
            @PathVariable("id") String id,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        String client = caller.known().map(Client::id).orElse("");
        Optional<Case> own =
                cases.find(id).filter(each -> each.requester().client().equals(client) && mayAsk(caller, each));
        Found read = own.flatMap(found::of)
                .orElseThrow(() -> new InvalidRequest(Kind.NOT_FOUND, "", "There is no such ClaimResponse"));
        audit.record(new PatientRead("ClaimResponse", List.of(id), "", "", Who.client(client)));
        byte[] answer = answers.claimResponse(read, PasVersion.of(version).orElseThrow());
        return ResponseEntity.ok().contentType(FHIR).body(answer);
    }

    private static boolean mayAsk(Caller caller, Case state) {
        return caller.known().map(client -> client.mayAsk(state.payer())).orElse(true);
    }
}
