package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.DemoServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept of what was sent: the ledger's tables are all that this server writes. */
@DemoServer
class UseOfDataRequirementsTest {

    private Payer payer;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("sec-9")
    void nothingIsKeptOfACallForForms(Edition edition) {
        long before = kept();
        payer.give(edition, Wish.of("example"));
        payer.give(edition, Wish.of("example").form(payer.adaptive(edition, "example")));
        assertThat(kept()).isEqualTo(before);
    }

    /** Nothing of the answers on the way, and of the completed response that which the determination rests on. */
    @Test
    @DtrRequirement("sec-10")
    void nothingIsKeptOfAFormBeforeItIsComplete() {
        JsonNode draft = payer.everyAdaptiveForm(Edition.V2_2).get(2).draft();
        long before = kept();
        JsonNode page = payer.next(Edition.V2_2, draft);
        JsonNode second = payer.next(Edition.V2_2, Filling.of(page));
        assertThat(second.path("status").asText()).isEqualTo("in-progress");
        assertThat(kept()).isEqualTo(before);
        payer.fill(Edition.V2_2, draft);
        assertThat(kept()).isGreaterThan(before);
    }

    private long kept() {
        return List.of("exchange", "review", "feedback", "dtr_trouble").stream()
                .mapToLong(table -> jdbc.queryForObject("select count(*) from " + table, Long.class))
                .sum();
    }
}
