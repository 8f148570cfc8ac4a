package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Value sets, in a package and by {@code $expand}; it is 10 June 2026. */
@DemoServer
class ValueSetRequirementsTest {

    private static final String TODAY = "2026-06-10";

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("oper-15")
    void everyValueSetOfAPackageIsExpandedAsOfToday(Edition edition) {
        assertThat(payer.everyPackage(edition))
                .allSatisfy(each -> assertThat(each.valueSets()).isNotEmpty().allSatisfy(valueSet -> {
                    JsonNode expansion = valueSet.path("expansion");
                    assertThat(expansion.path("timestamp").asText()).startsWith(TODAY);
                    assertThat(expansion.path("contains")).isNotEmpty();
                    assertThat(expansion.path("contains"))
                            .hasSize(expansion.path("total").asInt());
                }));
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"oper-5", "conf-1"})
    void anExpansionIsOfTodayAndOfActiveCodes(Edition edition) {
        assertThat(payer.everyForm(edition).get(0).valueSets()).allSatisfy(valueSet -> {
            ObjectNode parameters = (ObjectNode) Call.json("{\"resourceType\": \"Parameters\"}");
            parameters.withArray("parameter").addObject().put("name", "url").set("valueUri", valueSet.path("url"));
            parameters
                    .withArray("parameter")
                    .addObject()
                    .put("name", "activeOnly")
                    .put("valueBoolean", true);
            Http.Answer answer = payer.send(edition, "ValueSet/$expand", parameters);
            assertThat(answer.status()).isEqualTo(200);
            JsonNode expansion = answer.json().path("expansion");
            assertThat(expansion.path("timestamp").asText()).startsWith(TODAY);
            assertThat(Tree.list(expansion.path("parameter")))
                    .anyMatch(each -> each.path("name").asText().equals("activeOnly")
                            && each.path("valueBoolean").asBoolean());
            assertThat(Tree.list(expansion.path("contains")))
                    .isNotEmpty()
                    .noneMatch(code -> code.path("inactive").asBoolean());
        });
    }
}
