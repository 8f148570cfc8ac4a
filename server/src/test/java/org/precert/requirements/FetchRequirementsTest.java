package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.requirements.Door.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.testing.DemoServer;
import org.precert.testing.FakeEhr;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is not prefetched is asked of the client. */
@DemoServer
class FetchRequirementsTest {

    private final FakeEhr ehr = new FakeEhr();
    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.at(port);
    }

    @AfterEach
    void close() {
        ehr.close();
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"found-5", "2.0.1@57", "resp-39"})
    void queriesWithTheTokenWhatWasNotPrefetched(Guide guide) {
        ObjectNode call = withoutPrefetch(guide);
        assertThat(door.ask(call).information()).hasSize(2);
        assertThat(ehr.asked())
                .anyMatch(path -> path.startsWith("Coverage?patient=" + Given.SAMPLE))
                .contains("Organization/bcbsks");
        assertThat(ehr.tokens()).containsOnly("Bearer " + TOKEN);
    }

    /** The problems of the chart matter to the policy of this order; for an order that no policy knows they do not. */
    @Test
    @Requirement({"2.0.1@42", "found-28"})
    void queriesTheChartOnlyWhereAPolicyNeedsIt() {
        ObjectNode call = withoutPrefetch(Guide.V2_0);
        ObjectNode code = object(call, "/context/draftOrders/entry/0/resource/code/coding/0");
        ((ArrayNode) call.at("/context/draftOrders/entry")).remove(1);
        code.put("code", "99213").put("display", "Office visit");
        object(call, "/context/draftOrders/entry/0/resource").remove("reasonCode");
        door.ask(call);
        assertThat(ehr.asked())
                .isNotEmpty()
                .noneMatch(path -> path.startsWith("Condition?") || path.startsWith("Observation?"));
    }

    private static final String TOKEN = "the-token-of-this-call";

    private ObjectNode withoutPrefetch(Guide guide) {
        ObjectNode call = guide.call("order-sign", Given.SAMPLE);
        JsonNode prefetch = call.remove("prefetch");
        ehr.holds("Patient/" + Given.SAMPLE, prefetch.path("patient").toString());
        ehr.holds("Coverage?patient=" + Given.SAMPLE, prefetch.path("coverage").toString());
        ehr.holds(
                "Coverage?patient=" + Given.SAMPLE + "&status=active",
                prefetch.path("coverage").toString());
        ehr.holds(
                "Organization/bcbsks",
                prefetch.at("/organizations/entry/0/resource").toString());
        ehr.holds(
                "Condition?patient=" + Given.SAMPLE, prefetch.path("conditions").toString());
        call.put("fhirServer", ehr.base());
        call.putObject("fhirAuthorization")
                .put("access_token", TOKEN)
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "patient/*.read")
                .put("subject", "precert");
        return call;
    }
}
