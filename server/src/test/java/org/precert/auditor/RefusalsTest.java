package org.precert.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditEntry.Refused;
import org.precert.audit.Who;
import org.precert.cases.CaseWorld;

/** Who knocks often does not fill the record, and is not let in when it can not be written. */
class RefusalsTest {

    private static final Refusals.Kind KIND = new Refusals.Kind("pas", 401, "");

    private final CaseWorld clock = new CaseWorld();
    private final List<AuditEntry> recorded = new ArrayList<>();
    private final Refusals refusals = new Refusals(recorded::add, clock);

    @Test
    void theFirstOfAMinuteAreRecordedOneByOneAndTheOthersByTheirNumber() {
        for (int i = 0; i < 1000; i++) {
            refusals.add(KIND, Who.nobody());
        }
        assertThat(recorded).hasSize(60).containsOnly(new Refused("pas", 401, "", 1, Who.nobody()));
        clock.later(Duration.ofMinutes(1));
        refusals.add(KIND, Who.client("ehr"));
        assertThat(recorded.subList(60, recorded.size()))
                .containsExactly(
                        new Refused("pas", 401, "", 940, Who.nobody()),
                        new Refused("pas", 401, "", 1, Who.client("ehr")));
    }

    @Test
    void aRefusalThatCanNotBeRecordedIsStillOne() {
        Refusals broken = new Refusals(
                entry -> {
                    throw new IllegalStateException("no database");
                },
                clock);
        assertThatCode(() -> broken.add(KIND, Who.nobody())).doesNotThrowAnyException();
    }
}
