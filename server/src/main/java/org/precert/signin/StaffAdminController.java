package org.precert.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.audit.AuditEntry.StaffSession;
import org.precert.audit.AuditEntry.StaffSession.Step;
import org.precert.audit.AuditTrail;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.staff.Role;
import org.precert.staff.Staff;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators who is signed in, and ends their sessions. Who may sign in again is for the provider to say. */
@RestController
@ConditionalOnProperty(SignInConfiguration.ISSUER)
@RequestMapping(path = "/admin/staff", produces = MediaType.APPLICATION_JSON_VALUE)
final class StaffAdminController {

    private final Sessions sessions;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final ObjectMapper json;

    StaffAdminController(
            Sessions sessions, AuditTrail audit, PlatformTransactionManager transactions, ObjectMapper json) {
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
        this.json = json;
    }

    @GetMapping
    ObjectNode list() {
        ObjectNode list = json.createObjectNode();
        ArrayNode all = list.putArray("sessions");
        for (Sessions.Open open : sessions.open()) {
            ObjectNode one = all.addObject()
                    .put("id", open.person())
                    .put("subject", open.subject())
                    .put("name", open.staff().person().name())
                    .put("started", open.started().toString())
                    .put("seen", open.seen().toString());
            ArrayNode roles = one.putArray("roles");
            open.staff().roles().stream().map(Role::code).sorted().forEach(roles::add);
            ArrayNode payers = one.putArray("payers");
            open.staff().payers().stream().sorted().forEach(payers::add);
        }
        return list;
    }

    @DeleteMapping("/{id}/sessions")
    ObjectNode end(@PathVariable("id") String id, @RequestAttribute(Staff.ATTRIBUTE) Staff staff) {
        List<Integer> ended = transactions.execute(status -> {
            int count = sessions.endAllOf(id);
            if (count > 0) {
                audit.record(new StaffSession(id, Step.ENDED, staff.person().audited()));
            }
            return List.of(count);
        });
        if (ended == null || ended.get(0) == 0) {
            throw new InvalidRequest(Kind.NOT_FOUND, "", "This person has no session");
        }
        return json.createObjectNode().put("ended", ended.get(0));
    }
}
