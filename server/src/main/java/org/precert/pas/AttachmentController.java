package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.precert.cases.Bytes;
import org.precert.cases.Case;
import org.precert.cases.PasExchange;
import org.precert.clients.Caller;
import org.precert.pas.attachment.AttachmentCall;
import org.precert.pas.attachment.AttachmentCallReader;
import org.precert.pas.call.PasVersion;
import org.precert.review.ChartFacts;
import org.precert.review.Deadline;
import org.precert.review.InvalidRequest;
import org.precert.review.ReviewLedger;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** More information for a request, as CDex 2.1.0 sends it: $submit-attachment. */
@RestController
final class AttachmentController {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");
    private static final String BASE = "/pas/{version:2\\.0\\.1|2\\.2\\.1}/fhir";
    private static final String DOOR = "pas.submit-attachment";

    private final AttachmentCallReader reader;
    private final ChartFacts facts;
    private final AttachmentService service;
    private final ReviewLedger ledger;
    private final Exchanges exchanges;
    private final PasProperties properties;
    private final ObjectMapper json;
    private final WithoutFiles withoutFiles;
    private final Clock clock;

    AttachmentController(
            AttachmentCallReader reader,
            ChartFacts facts,
            AttachmentService service,
            ReviewLedger ledger,
            Exchanges exchanges,
            PasProperties properties,
            ObjectMapper json,
            Clock clock) {
        this.reader = reader;
        this.facts = facts;
        this.service = service;
        this.ledger = ledger;
        this.exchanges = exchanges;
        this.properties = properties;
        this.json = json;
        this.withoutFiles = new WithoutFiles(json);
        this.clock = clock;
    }

    /**
     * Takes documents for a request: Parameters in, an OperationOutcome that says what became of them.
     *
     * @throws InvalidRequest for what is no such call, and for documents that are only pointed to
     */
    @PostMapping({BASE + "/$submit-attachment", BASE + "/Claim/$submit-attachment"})
    ResponseEntity<ObjectNode> submit(
            @PathVariable("version") String version,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        Deadline deadline = Deadline.after(properties.timeLimit());
        byte[] sent = body == null ? new byte[0] : body;
        Call call =
                new Call(DOOR, caller.known(), "", json.createObjectNode(), clock.instant(), clock.getZone(), deadline);
        try {
            AttachmentCall read = reader.read(sent);
            // What is no FHIR is refused now, and not when somebody has to decide on it.
            facts.of(new AttachedFacts(List.of(new Attached("", read)), List.of()).resources(), reference -> reference);
            AttachmentService.Arrival arrival = new AttachmentService.Arrival(
                    read,
                    Bytes.of(sent),
                    Bytes.of(withoutFiles.of(sent)),
                    PasVersion.of(version).orElseThrow());
            Optional<Case> added = service.take(arrival, call);
            exchanges.documents(arrival.version(), call, added.map(Case::payer).orElse(""));
            return ResponseEntity.ok().contentType(FHIR).body(outcome(added, read));
        } catch (InvalidRequest e) {
            ledger.keepUnreviewed(
                    call.with(Set.of()),
                    e.kind().status(),
                    json.createObjectNode().put("path", e.path()).put("problem", e.getMessage()));
            exchanges.refused(
                    PasExchange.Kind.DOCUMENTS,
                    PasVersion.of(version).orElseThrow(),
                    call,
                    e.kind().status());
            throw e;
        }
    }

    /** CDex 2.1.0, CONF-021; nothing here decides anything: PAS 2.2.1, spec-40. */
    private ObjectNode outcome(Optional<Case> state, AttachmentCall sent) {
        String words = state.map(each -> "The documents were added to request " + each.number() + "."
                        + (sent.last() ? "" : " More are expected before it is looked at again.")
                        + (each.isOpen() ? "" : " Nothing of it is waiting for a decision."))
                .orElse("The documents are held: no request of this member and provider is known yet that names this"
                        + " control number. They are added to it when it comes within "
                        + properties.documentsHeld().toDays() + " days.");
        ObjectNode outcome = json.createObjectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue")
                .addObject()
                .put("severity", "information")
                .put("code", "informational")
                .putObject("details")
                .put("text", words);
        return outcome;
    }
}
