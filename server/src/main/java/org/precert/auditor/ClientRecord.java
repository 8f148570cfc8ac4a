package org.precert.auditor;

import java.util.List;
import java.util.Optional;
import org.precert.audit.AuditEntry.ClientChanged;
import org.precert.audit.AuditEntry.ClientChanged.Change;
import org.precert.audit.AuditTrail;
import org.precert.audit.Who;
import org.precert.clients.ClientChange;
import org.precert.staff.Staff;
import org.precert.storage.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Records that a client was registered, changed, disabled or removed, in the transaction that does it. */
final class ClientRecord implements ClientChange {

    private static final String NOW = "select entry, enabled, revision, changed_by from registered_client where id = ?";

    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    ClientRecord(JdbcTemplate jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public void changed(String client) {
        List<ClientChanged> now = jdbc.query(
                NOW,
                (row, index) -> new ClientChanged(
                        client,
                        change(row.getBoolean("enabled"), row.getLong("revision")),
                        Sha256.hex(row.getString("entry")),
                        who().orElse(Who.person(row.getString("changed_by"), ""))),
                client);
        audit.record(
                now.isEmpty() ? new ClientChanged(client, Change.REMOVED, "", who().orElse(Who.nobody())) : now.get(0));
    }

    private static Change change(boolean enabled, long revision) {
        return enabled ? revision == 1 ? Change.REGISTERED : Change.CHANGED : Change.DISABLED;
    }

    /** The member of staff whose request this is. */
    private static Optional<Who> who() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(Staff.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Staff staff
                ? Optional.of(staff.person().audited())
                : Optional.empty();
    }
}
