package org.precert.crd.feedback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.crd.call.Hook;
import org.precert.crd.call.HookCallReader;
import org.precert.review.FeedbackLedger;
import org.precert.review.InvalidRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** CDS Hooks feedback, one endpoint a service. https://cds-hooks.hl7.org/2.0/#feedback */
@RestController
final class FeedbackController {

    private final HookCallReader calls;
    private final FeedbackLedger ledger;
    private final ObjectMapper json;

    FeedbackController(HookCallReader calls, FeedbackLedger ledger, ObjectMapper json) {
        this.calls = calls;
        this.ledger = ledger;
        this.json = json;
    }

    /**
     * Keeps it. The standard asks for 200 alone; an empty object spares clients that parse whatever comes.
     *
     * @throws InvalidRequest for a service that is not here, or feedback that can not be understood
     */
    @PostMapping("/cds-services/{id}/feedback")
    ResponseEntity<ObjectNode> feedback(
            @PathVariable("id") String id,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte[] body) {
        Hook hook = Hook.of(id);
        ObjectNode sent = calls.parse(body == null ? new byte[0] : body);
        ledger.keep(hook.door(), caller.known().map(Client::id).orElse(""), FeedbackReader.read(sent));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.createObjectNode());
    }
}
