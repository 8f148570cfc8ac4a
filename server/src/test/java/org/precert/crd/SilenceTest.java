package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.FakeEhr;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is not told, or is not this patient's, neither waives nor denies. */
@DemoServer
class SilenceTest {

    private static final String SAMPLE = "order-sign/bcbsks-investigational-pain";

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
    void takesACoverageWithoutStatusForOneInForce() {
        Call call = Call.of(SAMPLE);
        coverage(call).remove("status");
        assertThat(call.send(http).response().body())
                .contains("\"investigational\"")
                .doesNotContain("coverage-not-in-force");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.2"})
    void deniesNothingByAnEndedCoverageWhereAnotherPayerPays(String version) {
        Call call = Call.of(SAMPLE).version(version);
        ObjectNode other = coverage(call).deepCopy();
        other.put("id", "another");
        other.putArray("payor").addObject().put("display", "Some other plan");
        coverage(call).put("status", "cancelled");
        ((ArrayNode) call.prefetch().at("/coverage/entry")).addObject().set("resource", other);
        assertThat(call.send(http).response().body()).doesNotContain("not-covered");
    }

    @Test
    void readsAllPagesOfCoveragesBeforeOneCountsAsEnded() {
        Call call = Call.of(SAMPLE).from(ehr);
        ehr.holds(
                "Coverage?patient=bcbsks-investigational-pain",
                call.prefetch().path("coverage").toString());
        coverage(call).put("status", "cancelled").put("id", "old");
        ((ObjectNode) call.prefetch().path("coverage"))
                .withArray("link")
                .addObject()
                .put("relation", "next")
                .put("url", ehr.base() + "/Coverage?page=2");
        assertThat(call.send(http).response().body())
                .contains("\"investigational\"")
                .doesNotContain("coverage-not-in-force");
    }

    @Test
    void looksForCoveragesWhereThoseThatCameAreSomebodyElses() {
        Call call = Call.of(SAMPLE).from(ehr);
        ehr.holds(
                "Coverage?patient=bcbsks-investigational-pain",
                call.prefetch().path("coverage").toString());
        ((ObjectNode) coverage(call).path("beneficiary")).put("reference", "Patient/other");
        assertThat(call.send(http).json().path("systemActions")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:uuid:7f0c2a4e-0000-4000-8000-000000000001",
        "https://elsewhere.example/fhir/Patient/bcbsks-investigational-pain"
    })
    void usesNoCoverageOfWhomItCanNotTell(String beneficiary) {
        Call call = Call.of(SAMPLE).from(ehr);
        ((ObjectNode) coverage(call).path("beneficiary")).put("reference", beneficiary);
        assertThat(call.send(http).response().body()).doesNotContain("not-covered");
    }

    @Test
    void refusesAnOrderWhoseSubjectLeadsToSomebodyElse() {
        Call call = Call.of(SAMPLE);
        String urn = "urn:uuid:7f0c2a4e-0000-4000-8000-000000000002";
        ((ObjectNode) call.order("ServiceRequest").path("subject")).put("reference", urn);
        ObjectNode bundle = call.prefetch().putObject("people").put("resourceType", "Bundle");
        bundle.putArray("entry")
                .addObject()
                .put("fullUrl", urn)
                .putObject("resource")
                .put("resourceType", "Patient")
                .put("id", "someone-else");
        assertThat(call.send(http).status()).isEqualTo(422);
    }

    @Test
    void answersNotForTheOrderOfSomebodyElseBehindABooking() {
        Call call = Call.of("appointment-book/bcbsks-investigational-pain").version("2.2");
        call.prefetch()
                .path("orders")
                .findParents("subject")
                .forEach(each -> ((ObjectNode) each.path("subject")).put("reference", "Patient/somebody-else"));
        JsonNode answer = call.send(http).json();
        assertThat(answer.at("/systemActions/0/resource/resourceType").asText()).isEqualTo("Appointment");
        assertThat(answer.toString()).doesNotContain("no-auth").doesNotContain("not-covered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "entered-in-error", "stopped"})
    void takesNoDrugFromAnOrderThatIsOver(String status) {
        Call call = Call.of(SAMPLE);
        call.order("MedicationRequest").put("status", status);
        JsonNode answer = call.send(http).json();
        assertThat(answer.path("systemActions")).hasSize(1);
        assertThat(answer.toString()).contains("\"information-needed\"").doesNotContain("not-covered");
    }

    @Test
    void datesABookingByItsAppointmentInBothVersions() {
        for (String version : new String[] {"2.0", "2.2"}) {
            Call call = Call.of("appointment-book/bcbsks-investigational-pain").version(version);
            ((ObjectNode) call.body().at("/context/appointments/entry/0/resource"))
                    .put("start", "2027-02-01T09:00:00-06:00");
            coverage(call).putObject("period").put("end", "2026-12-31");
            assertThat(call.send(http).response().body()).as(version).contains("coverage-not-in-force");
        }
    }

    @Test
    void answersForTheOrderThatIsThereWhereAnotherCanNotBeRead() {
        Call call = Call.of("order-dispatch/medica-medicare-primary-authorization-required");
        ((ArrayNode) call.body().at("/context/dispatchedOrders")).add("ServiceRequest/not-there");
        Http.Answer answer = call.send(http);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("systemActions")).isNotEmpty();
    }

    @Test
    void takesMedicareWithoutStatusForOneThatPaysFirst() {
        Call call = Call.of("order-sign/medica-medicare-primary-authorization-required");
        call.prefetch().path("coverage").findParents("status").forEach(each -> ((ObjectNode) each).remove("status"));
        assertThat(call.send(http).response().body())
                .contains("\"authorization-required\"")
                .doesNotContain("not-covered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "also by mouth"})
    void asksWhereAnInfusedDrugLeavesARouteOpen(String second) {
        Call call = Call.of(SAMPLE);
        ArrayNode doses = call.order("MedicationRequest").putArray("dosageInstruction");
        doses.addObject().put("text", "intravenously");
        if (second.equals("also by mouth")) {
            doses.addObject()
                    .putObject("route")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://snomed.info/sct")
                    .put("code", "26643006");
        }
        JsonNode infusion = Call.information(call.send(http).json()).get(0);
        assertThat(Call.part(infusion, "reason").toString()).doesNotContain("not-addressed");
    }

    private static ObjectNode coverage(Call call) {
        return (ObjectNode) call.prefetch().at("/coverage/entry/0/resource");
    }
}
