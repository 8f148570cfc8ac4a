package org.precert.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.coverage.GuideVersion;
import org.precert.dtr.packaging.PackagedForms;
import org.precert.forms.Flavour;
import org.precert.forms.FormBook;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The form of an order, of a context, or by its name: what comes in, what goes out, and what is refused. */
@DemoServer
class QuestionnairePackageTest {

    private static final String PACKAGE = "questionnaire-package";
    private static final String BASE = "http://localhost:8080/fhir/Questionnaire/";

    @Autowired
    private FormBook forms;

    @Autowired
    private PackagedForms packaged;

    @Autowired
    private JdbcTemplate jdbc;

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    private JsonNode ask(FormCall call, String version) {
        Http.Answer answer = call.send(http, version, PACKAGE);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> types(JsonNode bundle) {
        return bundle.path("entry").findValuesAsText("resourceType").stream()
                .filter(type -> List.of("Questionnaire", "QuestionnaireResponse", "Library", "ValueSet")
                        .contains(type))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "bcbsks-no-indication-information-needed, bcbsks-iv-anesthetics",
        "bcbsri-plan-information-needed, bcbsri-iv-anesthetics",
        "bcbsri-commercial-not-medically-necessary, bcbsri-iv-anesthetics-member-consent",
        "medica-medicare-primary-authorization-required, medica-mb2300",
        "medica-coverage-order-information-needed, medica-mb2300",
        "example-criteria-unknown, example-ketamine-infusion",
        "premera-investigational-kap, premera-5.01.586",
        "excellus-investigational-pain, excellus-7.03.03",
    })
    void theOrdersOfARequestHaveOneForm(String sample, String form) {
        List<JsonNode> bundles = FormCall.bundles(ask(FormCall.of(sample), "2.0"));
        assertThat(bundles).hasSize(1);
        assertThat(bundles.get(0).at("/entry/0/resource/url").asText()).isEqualTo(BASE + form);
    }

    @Test
    void theFormComesFirstThenItsResponseThenWhatBothNeed() {
        JsonNode bundle = FormCall.bundles(ask(FormCall.of("example-criteria-unknown"), "2.0"))
                .get(0);
        assertThat(bundle.path("type").asText()).isEqualTo("collection");
        assertThat(types(bundle)).containsExactly("Questionnaire", "QuestionnaireResponse", "Library", "ValueSet");
        assertThat(bundle.at("/entry/0/fullUrl").asText()).isEqualTo(BASE + "example-ketamine-infusion");
        assertThat(bundle.path("entry").findValuesAsText("fullUrl")).doesNotHaveDuplicates();
    }

    @Test
    void theOldVersionHasABareBundleAndTheNewOneParameters() {
        assertThat(ask(FormCall.of("example-criteria-unknown"), "2.0")
                        .path("resourceType")
                        .asText())
                .isEqualTo("Bundle");
        JsonNode parameters = ask(FormCall.of("example-criteria-unknown"), "2.2");
        assertThat(parameters.path("resourceType").asText()).isEqualTo("Parameters");
        assertThat(parameters.at("/parameter/0/name").asText()).isEqualTo("packagebundle");
    }

    @Test
    void theResponseNamesItsFormOrdersCoverageAndUse() {
        JsonNode draft = FormCall.draft(ask(FormCall.of("example-criteria-unknown"), "2.0"));
        assertThat(draft.path("status").asText()).isEqualTo("in-progress");
        assertThat(draft.path("questionnaire").asText()).isEqualTo(BASE + "example-ketamine-infusion|2026.01.01");
        assertThat(draft.at("/subject/reference").asText()).isEqualTo("Patient/example-criteria-unknown");
        assertThat(draft.path("authored").asText()).startsWith("2026-06-10T");
        assertThat(draft.path("extension").findValuesAsText("reference"))
                .containsExactly(
                        "Coverage/example-criteria-unknown-coverage",
                        "ServiceRequest/example-criteria-unknown-infusion",
                        "MedicationRequest/example-criteria-unknown-ketamine");
        assertThat(draft.path("extension").findValuesAsText("code")).containsExactly("withpa");
    }

    @Test
    void theNewVersionTellsTheCoverageApart() {
        JsonNode draft = FormCall.draft(ask(FormCall.of("example-criteria-unknown"), "2.2"));
        JsonNode first = draft.at("/extension/0");
        assertThat(first.path("url").asText()).endsWith("/qr-coverage");
        assertThat(first.at("/valueReference/reference").asText())
                .isEqualTo("Coverage/example-criteria-unknown-coverage");
        assertThat(draft.toString()).contains("auto-server").doesNotContain("\"auto\"");
    }

    @Test
    void aFormIsFoundByItsNameWithAndWithoutVersion() {
        for (String canonical : List.of("medica-mb2300", "medica-mb2300|2025.08.21", "medica-mb2300-adaptive")) {
            JsonNode answer = ask(FormCall.of("medica-not-covered").form(canonical), "2.2");
            assertThat(FormCall.bundles(answer)).hasSize(1);
            assertThat(answer.at("/parameter/0/resource/entry/0/resource/url").asText())
                    .isEqualTo(BASE + canonical.replaceFirst("\\|.*", ""));
        }
    }

    @Test
    void aFormThatIsNotHereIsAWarningBesideOneThatIs() {
        JsonNode answer =
                ask(FormCall.of("medica-not-covered").form("medica-mb2300").form("nobodys-form"), "2.0");
        assertThat(answer.path("resourceType").asText()).isEqualTo("Parameters");
        assertThat(answer.path("parameter").findValuesAsText("name")).contains("PackageBundle", "operationOutcome");
        assertThat(FormCall.told(answer)).containsExactly("This server has no form as number 2 of those named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobodys-form", "medica-mb2300|1999.01.01"})
    void aFormThatIsNotHereAloneIsNotFound(String form) {
        assertThat(FormCall.of("medica-not-covered")
                        .form(form)
                        .send(http, "2.2", PACKAGE)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anOrderThatNoPolicySpeaksOfNeedsNoForm() {
        JsonNode answer = ask(FormCall.of("bcbsks-oral-not-addressed"), "2.2");
        assertThat(FormCall.bundles(answer)).isEmpty();
        assertThat(FormCall.told(answer)).isNotEmpty().allMatch(text -> text.startsWith("No form is needed."));
    }

    @Test
    void whereThePayerAsksForNothingTheFormIsOfferedAndSaysSo() {
        JsonNode answer = ask(FormCall.of("bcbsks-investigational-pain"), "2.2");
        assertThat(FormCall.bundles(answer)).hasSize(1);
        assertThat(FormCall.told(answer)).allMatch(text -> text.startsWith("The payer asks for no form."));
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        FormCall call =
                FormCall.of("example-criteria-unknown").value("changedsince", "valueInstant", "2030-01-01T00:00:00Z");
        JsonNode answer = ask(call, "2.0");
        assertThat(FormCall.bundles(answer)).isEmpty();
        assertThat(FormCall.told(answer)).containsExactly("No changes since 2030-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2020-01-01"})
    void whatChangedSinceIsSent(String since) {
        FormCall call = FormCall.of("example-criteria-unknown").value("changedsince", "valueDateTime", since);
        assertThat(FormCall.bundles(ask(call, "2.0"))).hasSize(1);
    }

    @Test
    void aContextAloneIsEnough() {
        String assertion = assertion("example-criteria-unknown");
        JsonNode answer = ask(FormCall.empty().value("context", "valueString", assertion), "2.0");
        assertThat(answer.at("/entry/0/resource/url").asText()).isEqualTo(BASE + "example-ketamine-infusion");
        JsonNode draft = FormCall.draft(answer);
        assertThat(draft.path("extension").findValuesAsText("reference"))
                .contains("Coverage/example-criteria-unknown-coverage");
        assertThat(FormCall.answered(draft)).contains("drug", "route", "indication");
    }

    @Test
    void whatCrdKnewOfTheChartFillsTheForm() {
        String sample = "example-authorization-required-criteria-met";
        FormCall call = FormCall.of(sample);
        assertThat(FormCall.answered(FormCall.draft(ask(call, "2.0")))).doesNotContain("ecg");
        JsonNode filled = ask(call.value("context", "valueString", assertion(sample)), "2.0");
        assertThat(FormCall.answered(FormCall.draft(filled)))
                .contains("crps", "therapies-tried", "pain-severity", "ecg", "blood-pressure", "infusion-plan");
    }

    private String assertion(String sample) {
        JsonNode answer = Call.of("order-sign/" + sample).send(http).json();
        return Call.part(Call.information(answer).get(0), "coverage-assertion-id")
                .path("valueString")
                .asText();
    }

    @Test
    void anUnknownContextAloneIsNotFound() {
        FormCall call = FormCall.of("example-criteria-unknown")
                .without("order")
                .value("context", "valueString", "11111111-1111-1111-1111-111111111111");
        assertThat(call.send(http, "2.2", PACKAGE).status()).isEqualTo(404);
    }

    @Test
    void anUnknownContextBesideOrdersIsAWarning() {
        FormCall call = FormCall.of("example-criteria-unknown").value("context", "valueString", "somebody's");
        assertThat(FormCall.told(ask(call, "2.0")))
                .containsExactly("The context is none that this server gave to this client for this patient");
    }

    @Test
    void theContextOfAnotherPatientIsUnknown() {
        String foreign = assertion("example-authorization-required-criteria-met");
        FormCall call = FormCall.of("example-criteria-unknown").value("context", "valueString", foreign);
        JsonNode answer = ask(call, "2.0");
        assertThat(FormCall.told(answer)).hasSize(1);
        assertThat(FormCall.answered(FormCall.draft(answer))).doesNotContain("ecg");
    }

    @Test
    void aContextIsOfNoUseForWhomNobodyCanTell() {
        String foreign = assertion("example-authorization-required-criteria-met");
        FormCall call = FormCall.of("example-criteria-unknown")
                .change("coverage", each -> each.putObject("beneficiary").put("display", "somebody"))
                .value("context", "valueString", foreign);
        call.parameters().path("parameter").forEach(each -> {
            if (each.path("name").asText().equals("order")) {
                ((ObjectNode) each.path("resource")).putObject("subject").put("display", "somebody");
            }
        });
        JsonNode answer = ask(call, "2.0");
        assertThat(FormCall.answered(FormCall.draft(answer))).doesNotContain("ecg", "therapies-tried");
    }

    /** CRD was asked of an infusion, its ketamine, and a lidocaine for something else. */
    @Test
    void aFormIsNotFilledFromAnotherOrderOfTheSameCall() {
        Call crd = Call.of("order-sign/bcbsks-investigational-pain");
        ObjectNode ketamine = crd.order("MedicationRequest");
        ObjectNode other = ketamine.deepCopy();
        other.put("id", "another");
        ((ObjectNode) other.at("/medicationCodeableConcept/coding/0"))
                .put("code", "6387")
                .remove("display");
        ((ObjectNode) other.path("medicationCodeableConcept")).remove("text");
        ((ObjectNode) other.at("/reasonCode/0/coding/0")).put("code", "F32.9").remove("display");
        crd.body()
                .withObject("/context/draftOrders")
                .withArray("entry")
                .addObject()
                .set("resource", other);
        String assertion = "";
        for (JsonNode action : crd.send(http).json().path("systemActions")) {
            if (action.at("/resource/id").asText().equals(ketamine.path("id").asText())) {
                assertion = Call.part(
                                Call.information(Call.json("{\"systemActions\": [" + action + "]}"))
                                        .get(0),
                                "coverage-assertion-id")
                        .path("valueString")
                        .asText();
            }
        }
        JsonNode draft = FormCall.draft(ask(FormCall.empty().value("context", "valueString", assertion), "2.0"));
        assertThat(draft.toString())
                .contains("\"code\":\"6130\"")
                .doesNotContain("6387")
                .doesNotContain("F32.9");
    }

    @Test
    void theSameFormIsTheSameOnAnyDay() {
        forms.all()
                .forEach(form -> assertThat(packaged.content(form, new Flavour(GuideVersion.STU_2_2, true)))
                        .contains(form.url())
                        .doesNotContain("timestamp"));
    }

    @Test
    void aFormChangesWhenItsContentDoesAndKeepsItsDayOverStarts() {
        Instant first = Instant.parse("2026-06-01T08:00:00Z");
        assertThat(ages(first).since("form|1", "a")).isEqualTo(first);
        Instant later = first.plusSeconds(86_400);
        assertThat(ages(later).since("form|1", "a")).isEqualTo(first);
        assertThat(ages(later).since("form|1", "b")).isEqualTo(later);
    }

    private FormAges ages(Instant now) {
        return new FormAges(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void whatIsMissingIsToldWhereItIsAskedFor() {
        FormCall call = FormCall.of("example-criteria-unknown").value("gap-report", "valueString", "true");
        assertThat(FormCall.told(ask(call, "2.2"))).anyMatch(text -> text.startsWith("Unknown: "));
    }

    @Test
    void anOrderWithoutIdIsAnOrder() {
        FormCall call =
                FormCall.of("bcbsks-no-indication-information-needed").change("order", order -> order.remove("id"));
        assertThat(FormCall.bundles(ask(call, "2.0"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.2"})
    void withoutOrderFormOrContextItIsRefused(String version) {
        Http.Answer answer = FormCall.of("medica-not-covered").without("order").send(http, version, PACKAGE);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(FormCall.told(answer.json())).allMatch(text -> text.contains("dtr-1"));
    }

    @Test
    void withoutACoverageItIsRefused() {
        Http.Answer answer =
                FormCall.of("medica-not-covered").without("coverage").send(http, "2.0", PACKAGE);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void twoCoveragesAreForTheOldVersionAlone() {
        assertThat(FormCall.of("two-coverages").send(http, "2.0", PACKAGE).status())
                .isEqualTo(200);
        assertThat(FormCall.of("two-coverages").send(http, "2.2", PACKAGE).status())
                .isEqualTo(400);
    }

    @Test
    void aCoverageOfNoPayerOfThisServerIsNotFound() {
        assertThat(FormCall.of("unserved-payer").send(http, "2.2", PACKAGE).status())
                .isEqualTo(404);
    }

    @Test
    void ordersAndCoveragesOfTwoPatientsAreRefused() {
        FormCall call = FormCall.of("medica-not-covered")
                .change("order", order -> ((ObjectNode) order.path("subject")).put("reference", "Patient/another"));
        assertThat(call.send(http, "2.0", PACKAGE).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"resourceType\": \"Bundle\"}",
                "{\"resourceType\": \"Parameters\", \"parameter\": {}}",
                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"order\"}]}",
                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"coverage\", \"resource\": {\"resourceType\": \"Patient\"}}]}",
                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"context\"}]}",
            })
    void whatCanNotBeUnderstoodIsRefusedWithAnOutcome(String body) {
        Http.Answer answer = http.send("POST", "/fhir/Questionnaire/$questionnaire-package", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/Questionnaire/$questionnaire-package",
                "/fhir/$questionnaire-package",
                "/dtr/2.0/fhir/$questionnaire-package",
                "/dtr/2.2/fhir/Questionnaire/$questionnaire-package",
            })
    void theOperationIsAtEachOfItsAddresses(String path) {
        FormCall call = FormCall.of("example-criteria-unknown");
        assertThat(http.send("POST", path, call.parameters().toString()).status())
                .isEqualTo(200);
    }

    @Test
    void theVersionIsReadOffTheProfileWhereTheAddressTellsNone() {
        FormCall call = FormCall.of("example-criteria-unknown").without("referenced");
        call.change(
                "coverage",
                coverage -> ((ObjectNode) coverage.at("/payor/0"))
                        .putObject("identifier")
                        .put("system", "https://precert.dev/fhir/sid/payer")
                        .put("value", "example"));
        call.parameters()
                .putObject("meta")
                .putArray("profile")
                .add("http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/dtr-qpackage-input-parameters|2.2.0");
        JsonNode answer = http.send(
                        "POST",
                        "/fhir/$questionnaire-package",
                        call.parameters().toString())
                .json();
        assertThat(answer.at("/parameter/0/name").asText()).isEqualTo("packagebundle");
    }
}
