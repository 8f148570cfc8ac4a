package org.precert.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditEntry.ClientChanged;
import org.precert.audit.AuditEntry.ClientChanged.Change;
import org.precert.audit.Who;
import org.precert.cases.CaseWorld;
import org.precert.storage.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is recorded of a client that staff register, change, disable and remove. */
class ClientRecordTest {

    private final JdbcTemplate jdbc = new CaseWorld().jdbc();
    private final List<AuditEntry> recorded = new ArrayList<>();
    private final ClientRecord record = new ClientRecord(jdbc, recorded::add);

    @Test
    void eachChangeIsToldWithTheHashOfWhatItCameTo() {
        jdbc.update("insert into registered_client (id, entry, enabled, revision, changed_at, changed_by) "
                + "values ('ehr', '{}', true, 1, current_timestamp, 'admin')");
        record.changed("ehr");
        jdbc.update("update registered_client set entry = '{\"dtr\":false}', revision = 2");
        record.changed("ehr");
        jdbc.update("update registered_client set enabled = false, revision = 3");
        record.changed("ehr");
        jdbc.update("delete from registered_client");
        record.changed("ehr");
        Who admin = Who.person("admin", "");
        assertThat(recorded)
                .containsExactly(
                        new ClientChanged("ehr", Change.REGISTERED, Sha256.hex("{}"), admin),
                        new ClientChanged("ehr", Change.CHANGED, Sha256.hex("{\"dtr\":false}"), admin),
                        new ClientChanged("ehr", Change.DISABLED, Sha256.hex("{\"dtr\":false}"), admin),
                        new ClientChanged("ehr", Change.REMOVED, "", Who.nobody()));
    }
}
