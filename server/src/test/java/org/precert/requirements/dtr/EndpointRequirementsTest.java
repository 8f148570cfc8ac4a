package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the operations are. */
@DemoServer
class EndpointRequirementsTest {

    private static final String ERRORS = "Questionnaire/$log-questionnaire-errors";
    private static final String ERROR = """
            {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "processing"}]}""";

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    /** As its CapabilityStatement of payers has them. */
    @Test
    @DtrRequirement({"spec-6", "conf-1", "oper-1", "2.0.1@284", "2.0.1@292"})
    void allOperationsAreBelowOneBase() {
        JsonNode draft = payer.everyAdaptiveForm(Edition.V2_2).get(0).draft();
        ObjectNode set = (ObjectNode) Call.json("{\"resourceType\": \"Parameters\"}");
        set.withArray("parameter")
                .addObject()
                .put("name", "url")
                .put("valueUri", "https://precert.dev/fhir/ValueSet/ketamine");
        assertThat(post(Payer.PACKAGE, Wish.of("example").parameters())).isEqualTo(200);
        assertThat(post(Payer.NEXT, draft)).isEqualTo(200);
        assertThat(post("ValueSet/$expand", set)).isEqualTo(200);
        assertThat(post(ERRORS, report("questionnaire", "operationOutcome"))).isBetween(200, 204);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("oper-1")
    void errorsAreTakenInEverySpelling(Edition edition) {
        for (List<String> names : List.of(
                List.of("questionnaire", "operationOutcome"),
                List.of("Questionnaire", "OperationOutcome"),
                List.of("questionnaire", "outcome"))) {
            Http.Answer answer = payer.send(edition, ERRORS, report(names.get(0), names.get(1)));
            assertThat(answer.status()).as(names.toString()).isBetween(200, 204);
            assertThat(answer.response().body()).isEmpty();
        }
    }

    private int post(String operation, JsonNode body) {
        return payer.http().send("POST", "/fhir/" + operation, body.toString()).status();
    }

    private static ObjectNode report(String form, String outcome) {
        ObjectNode report = (ObjectNode) Call.json("{\"resourceType\": \"Parameters\"}");
        report.withArray("parameter")
                .addObject()
                .put("name", form)
                .put("valueCanonical", Wish.BASE + "Questionnaire/example-ketamine-infusion|2026.01.01");
        report.withArray("parameter").addObject().put("name", outcome).set("resource", Call.json(ERROR));
        return report;
    }
}
