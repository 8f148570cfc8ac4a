package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.requirements.Requirement;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.FakeEhr;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Of a chart just that is read which the matched policy looks at, and only where something is unknown. CRD 2.2, found-28. */
@DemoServer
class FetchPlanTest {

    private FakeEhr ehr;
    private Http http;

    @BeforeEach
    void start(@LocalServerPort int port) {
        http = new Http(port);
        ehr = new FakeEhr();
    }

    @AfterEach
    void stop() {
        ehr.close();
    }

    @Test
    void readsNothingWhereTheOrderTellsAll() {
        Call call = Call.of("order-sign/bcbsks-investigational-pain").from(ehr);
        call.prefetch().remove("conditions");
        assertThat(call.send(http).response().body()).contains("\"investigational\"");
        assertThat(ehr.asked()).isEmpty();
    }

    @Test
    void readsNothingForWhatNoPolicySpeaksOf() {
        Call call = Call.of("order-sign/bcbsks-oral-not-addressed").from(ehr);
        call.prefetch().remove("conditions");
        call.send(http);
        assertThat(ehr.asked()).isEmpty();
    }

    @Test
    void readsTheProblemsWhereTheIndicationIsMissing() {
        Call call =
                Call.of("order-sign/bcbsks-no-indication-information-needed").from(ehr);
        JsonNode problems = call.prefetch().remove("conditions");
        ehr.holds("Condition?patient=bcbsks-no-indication-information-needed", problems.toString());
        Http.Answer answer = call.send(http);
        assertThat(ehr.asked())
                .containsExactlyInAnyOrder(
                        "Condition?patient=bcbsks-no-indication-information-needed",
                        "QuestionnaireResponse?patient=bcbsks-no-indication-information-needed");
        assertThat(answer.response().body()).contains("On the problem list, not assumed");
    }

    @Test
    void readsWhatTheCriteriaLookAtAndDecidesAgain() {
        String patient = "example-authorization-required-criteria-met";
        Call call = Call.of("order-sign/" + patient).from(ehr);
        JsonNode chart = call.prefetch().deepCopy();
        chart.properties().forEach(entry -> {
            boolean needed = entry.getKey().equals("patient")
                    || entry.getKey().equals("coverage")
                    || entry.getKey().equals("organizations");
            if (!needed) {
                call.prefetch().remove(entry.getKey());
                String type =
                        entry.getValue().at("/entry/0/resource/resourceType").asText();
                ehr.holds(type + "?patient=" + patient, entry.getValue().toString());
            }
        });
        String body = call.send(http).response().body();
        assertThat(body).contains("\"authorization-required\"").doesNotContain("not documented");
        assertThat(ehr.asked())
                .contains("Condition?patient=" + patient, "Observation?patient=" + patient)
                .doesNotContain("Immunization?patient=" + patient, "Coverage?patient=" + patient)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhatCouldNotBeRead() {
        Call call =
                Call.of("order-sign/bcbsks-no-indication-information-needed").from(ehr);
        call.prefetch().remove("conditions");
        ehr.refuses("Condition?patient=bcbsks-no-indication-information-needed", 403);
        Http.Answer answer = call.send(http);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).contains("Not read from the chart, or not all of it: Condition");
    }

    @Test
    void leavesOutWhatIsNoValidFhirInTheChart() {
        Call call =
                Call.of("order-sign/bcbsks-no-indication-information-needed").from(ehr);
        call.prefetch().remove("conditions");
        ehr.holds(
                "Condition?patient=bcbsks-no-indication-information-needed",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"c\","
                        + "\"onsetDateTime\":\"yesterday\"}}]}");
        assertThat(call.send(http).status()).isEqualTo(200);
    }

    @Test
    void readsTheOrderThatIsDispatched() {
        Call call = Call.of("order-dispatch/bcbsks-investigational-pain").from(ehr);
        JsonNode orders = call.prefetch().remove("orders");
        orders.path("entry").forEach(entry -> {
            JsonNode order = entry.path("resource");
            ehr.holds(
                    order.path("resourceType").asText() + "/" + order.path("id").asText(), order.toString());
        });
        Http.Answer answer = call.send(http);
        assertThat(answer.json().path("systemActions")).hasSize(1);
        assertThat(ehr.asked())
                .containsExactly(
                        "ServiceRequest/bcbsks-investigational-pain-infusion",
                        "MedicationRequest/bcbsks-investigational-pain-ketamine");
    }

    @Test
    void asksForAnOrderThatCanNotBeHad() {
        Call call = Call.of("order-dispatch/bcbsks-investigational-pain").from(ehr);
        call.prefetch().remove("orders");
        Http.Answer answer = call.send(http);
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    /** 2.0.1 has no word for it. */
    @Test
    @Requirement("resp-43")
    void saysThatItCouldNotTellWhereWhatTheOrderRefersToCanNotBeAskedFor() {
        ehr.refuses("Medication/gone", 503);
        JsonNode second =
                Call.information(ofUnknownDrug("2.2").send(http).json()).get(0);
        assertThat(Call.codes(second, "covered")).containsExactly("indeterminate");
        assertThat(Call.codes(second, "pa-needed")).containsExactly("indeterminate");
        assertThat(Call.part(second, "reason").toString()).contains("\"technical\"");
        JsonNode first =
                Call.information(ofUnknownDrug("2.0").send(http).json()).get(0);
        assertThat(Call.codes(first, "covered")).containsExactly("conditional");
        assertThat(Call.codes(first, "info-needed")).containsExactly("OTH");
    }

    @Test
    void asksForTheDrugWhereWhatTheOrderRefersToIsNotThere() {
        JsonNode information =
                Call.information(ofUnknownDrug("2.2").send(http).json()).get(0);
        assertThat(Call.codes(information, "covered")).containsExactly("conditional");
        assertThat(Call.codes(information, "info-needed")).containsExactly("detail-code");
    }

    private Call ofUnknownDrug(String version) {
        Call call = Call.of("order-sign/bcbsks-investigational-pain")
                .version(version)
                .from(ehr);
        call.order("MedicationRequest").remove("medicationCodeableConcept");
        call.order("MedicationRequest").putObject("medicationReference").put("reference", "Medication/gone");
        return call;
    }
}
