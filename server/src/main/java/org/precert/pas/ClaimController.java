package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.precert.cases.PasExchange;
import org.precert.clients.Caller;
import org.precert.pas.call.BusinessId;
import org.precert.pas.call.InquiryRequest;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.RequestReader;
import org.precert.pas.call.SubmittedRequest;
import org.precert.review.Deadline;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.ReviewLedger;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The operations of PAS, each version at a base of its own: PAS 2.2.1, conf-1. */
@RestController
final class ClaimController {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");
    private static final String BASE = "/pas/{version:2\\.0\\.1|2\\.2\\.1}/fhir";
    private static final int LONGEST_KEY = 200;

    private final RequestReader reader;
    private final SubmitService submissions;
    private final InquiryService inquiries;
    private final ReviewLedger ledger;
    private final Exchanges exchanges;
    private final PasProperties properties;
    private final Turnstile turnstile;
    private final ObjectMapper json;
    private final Clock clock;

    ClaimController(
            RequestReader reader,
            SubmitService submissions,
            InquiryService inquiries,
            ReviewLedger ledger,
            Exchanges exchanges,
            PasProperties properties,
            ObjectMapper json,
            Clock clock) {
        this.reader = reader;
        this.submissions = submissions;
        this.inquiries = inquiries;
        this.ledger = ledger;
        this.exchanges = exchanges;
        this.properties = properties;
        this.turnstile = new Turnstile(properties.atOnce());
        this.json = json;
        this.clock = clock;
    }

    /**
     * Asks for prior authorization, changes a request, cancels it, appeals: a PAS request Bundle in, a response Bundle out.
     *
     * @throws InvalidRequest for what is no request of this version, or not the one that its identifiers were used for
     */
    @PostMapping(BASE + "/Claim/$submit")
    ResponseEntity<byte[]> submit(
            @PathVariable("version") String version,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] body) {
        Deadline deadline = Deadline.after(properties.timeLimit());
        byte[] sent = body == null ? new byte[0] : body;
        PasVersion spoken = PasVersion.of(version).orElseThrow();
        return turnstile.within(deadline, () -> submitted(sent, spoken, caller, key, deadline));
    }

    private ResponseEntity<byte[]> submitted(
            byte[] sent, PasVersion spoken, Caller caller, @Nullable String key, Deadline deadline) {
        boolean lenient = lenient(caller);
        try {
            SubmittedRequest request = reader.submission(sent, spoken, lenient);
            Call call = call(
                    "pas.submit",
                    caller,
                    request.bundleId().map(BusinessId::token).orElse(""),
                    deadline);
            requireOwn(request, caller);
            SubmitService.Answer answer = submissions.submit(request, sent, key(key), lenient, call);
            ResponseEntity.BodyBuilder response = ResponseEntity.ok().contentType(FHIR);
            if (answer.replayed()) {
                response.header("Idempotency-Replayed", "true");
            }
            return response.body(answer.body().array());
        } catch (InvalidRequest e) {
            keep(call("pas.submit", caller, "", deadline), PasExchange.Kind.INITIAL, spoken, e);
            throw e;
        }
    }

    /** Looks up what was decided, or is still pended, of a member: for those who take part in the care. */
    @PostMapping(BASE + "/Claim/$inquire")
    ResponseEntity<byte[]> inquire(
            @PathVariable("version") String version,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        Deadline deadline = Deadline.after(properties.timeLimit());
        PasVersion spoken = PasVersion.of(version).orElseThrow();
        try {
            InquiryRequest inquiry = reader.inquiry(body == null ? new byte[0] : body, spoken, lenient(caller));
            Call call = call("pas.inquire", caller, "", deadline);
            InquiryService.Answer answer = inquiries.answer(inquiry, call);
            exchanges.inquired(spoken, call, answer.payer(), inquiry.items().size(), answer.forOthers());
            return ResponseEntity.ok().contentType(FHIR).body(answer.body().array());
        } catch (InvalidRequest e) {
            keep(call("pas.inquire", caller, "", deadline), PasExchange.Kind.QUERY, spoken, e);
            throw e;
        }
    }

    /** A client that is registered for some providers asks for no other. */
    private static void requireOwn(SubmittedRequest request, Caller caller) {
        Set<String> own =
                caller.known().map(client -> client.pas().identifiers()).orElse(Set.of());
        boolean speaks = own.isEmpty()
                || Parties.providers(request).stream()
                        .anyMatch(id -> own.contains(id) || own.contains(id.substring(id.indexOf('|') + 1)));
        if (!speaks) {
            throw new InvalidRequest(
                    Kind.FORBIDDEN,
                    "Bundle.entry[0].resource.provider",
                    "The client is not registered for this provider");
        }
    }

    private boolean lenient(Caller caller) {
        return caller.known().map(client -> client.pas().lenient()).orElse(properties.lenient());
    }

    private static Optional<String> key(@Nullable String header) {
        Optional<String> key = Optional.ofNullable(header).map(String::strip).filter(each -> !each.isEmpty());
        if (key.filter(each -> each.length() > LONGEST_KEY).isPresent()) {
            throw new InvalidRequest(
                    Kind.MALFORMED, "Idempotency-Key", "The key has more than " + LONGEST_KEY + " characters");
        }
        return key;
    }

    private Call call(String door, Caller caller, String callerId, Deadline deadline) {
        return new Call(
                door, caller.known(), callerId, json.createObjectNode(), clock.instant(), clock.getZone(), deadline);
    }

    private void keep(Call call, PasExchange.Kind kind, PasVersion version, InvalidRequest problem) {
        ledger.keepUnreviewed(
                call.with(Set.of()),
                problem.kind().status(),
                json.createObjectNode().put("path", problem.path()).put("problem", problem.getMessage()));
        exchanges.refused(kind, version, call, problem.kind().status());
    }
}
