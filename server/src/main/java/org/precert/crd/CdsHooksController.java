package org.precert.crd;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.coverage.GuideVersion;
import org.precert.crd.call.CallRecord;
import org.precert.crd.call.Hook;
import org.precert.crd.call.HookCallReader;
import org.precert.review.Deadline;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.ReviewLedger;
import org.precert.review.ReviewRequest;
import org.precert.storage.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** CDS Hooks: one service a hook. https://cds-hooks.hl7.org/2.0/ */
@RestController
final class CdsHooksController {

    private static final Logger LOG = LoggerFactory.getLogger(CdsHooksController.class);
    private static final int FAILED = 500;

    private final HookCallReader calls;
    private final HookService service;
    private final ReviewLedger ledger;
    private final ObjectMapper json;
    private final Duration reviewLimit;
    private final GuideVersion usual;

    CdsHooksController(
            HookCallReader calls,
            HookService service,
            ReviewLedger ledger,
            ObjectMapper json,
            CrdProperties properties) {
        this.calls = calls;
        this.service = service;
        this.ledger = ledger;
        this.json = json;
        this.reviewLimit = properties.reviewDeadline();
        this.usual = GuideVersion.of(properties.version()).orElseThrow();
    }

    /**
     * Answers one hook. Whatever media type the client would like, it gets JSON: CDS Hooks knows no other.
     *
     * @return cards and system actions, in the version of the guide that was asked for
     * @throws InvalidRequest for a service that is not here, or a call that can not be understood
     */
    @PostMapping(
            path = "/cds-services/{id}",
            consumes = {"!multipart/*", "!application/x-www-form-urlencoded", "!application/xml", "!text/xml"})
    ResponseEntity<ObjectNode> answer(
            @PathVariable("id") String id,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte[] body) {
        Hook hook = Hook.of(id);
        Deadline deadline = Deadline.after(reviewLimit);
        ObjectNode call = json.createObjectNode();
        try {
            call = calls.parse(body == null ? new byte[0] : body);
            ObjectNode answer = answer(hook, call, caller, kept(hook, caller, call, deadline));
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
        } catch (InvalidRequest e) {
            ObjectNode problem =
                    json.createObjectNode().put("problem", e.getMessage()).put("at", e.path());
            ledger.keepUnreviewed(kept(hook, caller, call, deadline), e.kind().status(), problem);
            throw e;
        } catch (RuntimeException e) {
            // Where the ledger is away there is no time to try it twice.
            if (Trouble.of(e) == Trouble.OTHER) {
                keepFailure(kept(hook, caller, call, deadline));
            }
            throw e;
        }
    }

    /**
     * What is JSON, and yet no call or no FHIR, is a bad request in CRD 2.2, and can not be processed in 2.0.1: hook-13, and
     * the page on hooks of each version.
     */
    private ObjectNode answer(Hook hook, ObjectNode call, Caller caller, ReviewRequest.Call kept) {
        GuideVersion version = HookCallReader.version(call, version(caller));
        try {
            return service.answer(calls.read(hook, call, version), caller, kept);
        } catch (InvalidRequest e) {
            throw e.kind() == Kind.MALFORMED && version == GuideVersion.STU_2_0
                    ? new InvalidRequest(Kind.NOT_CONFORMANT, e.path(), String.valueOf(e.getMessage()))
                    : e;
        }
    }

    /** What failed may be the ledger itself: the first trouble is the one to tell. */
    private void keepFailure(ReviewRequest.Call failed) {
        try {
            ledger.keepUnreviewed(failed, FAILED, json.createObjectNode().put("problem", "The server failed"));
        } catch (RuntimeException e) {
            LOG.error("A call that failed could not be kept: {}", e.getClass().getSimpleName());
        }
    }

    private static ReviewRequest.Call kept(Hook hook, Caller caller, ObjectNode call, Deadline deadline) {
        Optional<Client> client = caller.known();
        return new ReviewRequest.Call(
                hook.door(),
                client.map(Client::id).orElse(""),
                client.map(Client::payers).orElse(Set.of()),
                call.path("hookInstance").asText(),
                CallRecord.of(call),
                deadline);
    }

    private GuideVersion version(Caller caller) {
        return caller.known()
                .flatMap(Client::crdVersion)
                .flatMap(GuideVersion::of)
                .orElse(usual);
    }
}
