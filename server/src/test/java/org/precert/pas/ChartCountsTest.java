package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is sent along by the profiles of US Core decides: a request without any form is approved with it, and not without. */
@DemoServer
class ChartCountsTest {

    private static final Map<Integer, String> APPROVED = Map.of(1, "A1", 2, "A1");

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    private static PasCall request() {
        return PasCall.of("2.2.1", "example-renewal");
    }

    @Test
    @PasRequirement("spec-1")
    void observationsCount() {
        assertThat(request().submit(port).codes()).isEqualTo(APPROVED);
        assertThat(without("Observation", request()).submit(port).codes())
                .containsOnlyKeys(1, 2)
                .doesNotContainValue("A1");
    }

    /** Three treatments must have been tried; there are three drugs and a therapy. */
    @Test
    @PasRequirement("spec-1")
    void proceduresCount() {
        assertThat(without("25480", request()).submit(port).codes()).isEqualTo(APPROVED);
        PasCall call = without("Procedure", without("25480", request()));
        assertThat(call.submit(port).codes()).containsOnlyKeys(1, 2).doesNotContainValue("A1");
    }

    /** Where neither the Claim nor an order names the diagnosis. */
    @Test
    @PasRequirement("spec-1")
    void conditionsCount() {
        assertThat(undiagnosed().submit(port).codes()).isEqualTo(APPROVED);
        PasCall call = without("Condition", undiagnosed());
        call.bundle().findParents("reasonReference").forEach(each -> ((ObjectNode) each).remove("reasonReference"));
        assertThat(call.submit(port).codes()).containsOnlyKeys(1, 2).doesNotContainValue("A1");
    }

    /** The orders point to the Condition instead. */
    private static PasCall undiagnosed() {
        PasCall call = request();
        call.claim().remove("diagnosis");
        call.claim().path("item").forEach(item -> ((ObjectNode) item).remove("diagnosisSequence"));
        String condition = "";
        for (JsonNode entry : call.bundle().path("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Condition")) {
                condition = entry.path("fullUrl").asText();
            }
        }
        for (JsonNode order : call.bundle().findParents("reasonCode")) {
            ((ObjectNode) order).remove("reasonCode");
            ((ObjectNode) order).putArray("reasonReference").addObject().put("reference", condition);
        }
        return call;
    }

    /** Nothing of this type, or with this code. */
    private static PasCall without(String what, PasCall call) {
        Set<String> taken = new HashSet<>();
        remove(call.bundle().withArray("entry"), entry -> {
            JsonNode resource = entry.path("resource");
            boolean drop = resource.path("resourceType").asText().equals(what)
                    || resource.at("/medicationCodeableConcept/coding/0/code")
                            .asText()
                            .equals(what);
            return drop && taken.add(entry.path("fullUrl").asText());
        });
        assertThat(taken).isNotEmpty();
        remove(
                call.claim().withArray("supportingInfo"),
                info -> taken.contains(info.at("/valueReference/reference").asText()));
        return call;
    }

    private static void remove(ArrayNode list, Predicate<JsonNode> which) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (which.test(list.get(i))) {
                list.remove(i);
            }
        }
    }
}
