package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No case is late without somebody being told. */
@DemoServer
class CaseWatchTest {

    @Autowired
    private CaseStore cases;

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    private void look(Instant now) {
        new CaseWatch(cases, Clock.fixed(now, ZoneOffset.UTC)).look();
    }

    private long told(String id, boolean late) {
        return cases.history(id).stream()
                .filter(each -> each.event() instanceof CaseEvent.Escalated event && event.late() == late)
                .count();
    }

    @Test
    @PasRequirement({"2.0.1@98", "own@clock-alarm"})
    void staffAreToldOnceThatTimeRunsOutAndOnceThatItHas() {
        String id = PasCall.of("2.2.1", "bcbsks-investigational-pain")
                .submit(port)
                .claimResponse()
                .path("id")
                .asText();
        Case state = cases.find(id).orElseThrow();
        Instant due = state.due().orElseThrow().at();
        Instant warn = state.due().orElseThrow().warnAt();
        look(warn.minusSeconds(1));
        assertThat(told(id, false)).isZero();
        look(warn);
        look(due.minusSeconds(1));
        assertThat(told(id, false)).isEqualTo(1);
        assertThat(told(id, true)).isZero();
        look(due);
        look(due.plusSeconds(86_400));
        assertThat(told(id, true)).isEqualTo(1);
        assertThat(cases.find(id).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void ofWhatIsDecidedNobodyIsTold() {
        String id = PasCall.of("2.2.1", "example-authorization-required-criteria-met")
                .submit(port)
                .claimResponse()
                .path("id")
                .asText();
        look(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(told(id, true) + told(id, false)).isZero();
    }
}
