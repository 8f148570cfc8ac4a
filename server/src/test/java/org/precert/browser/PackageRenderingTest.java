package org.precert.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.DtrProfiles;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** LHC-Forms shows a form as it is sent to a client, with the answers that the server read from orders and chart. */
@DemoServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageRenderingTest {

    private static final Map<String, String> SAMPLES = Map.of(
            "premera-5.01.586", "premera-investigational-kap",
            "bcbsks-iv-anesthetics", "bcbsks-investigational-pain",
            "bcbsri-iv-anesthetics", "bcbsri-commercial-not-medically-necessary",
            "medica-mb2300", "medica-not-covered",
            "excellus-7.03.03", "excellus-investigational-pain",
            "example-ketamine-infusion", "example-authorization-required-criteria-met");

    static Stream<String> forms() {
        return SAMPLES.keySet().stream().sorted();
    }

    @LocalServerPort
    private int port;

    private Map<String, Rendered> rendered = Map.of();

    private final Map<String, ObjectNode> drafts = new TreeMap<>();

    @BeforeAll
    void renderAll() throws IOException {
        Rendered.assumePossible();
        Map<Form, ObjectNode> shown = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : SAMPLES.entrySet()) {
            JsonNode bundle = packaged(each.getKey(), Samples.text("order-sign/" + each.getValue() + ".json"));
            ObjectNode draft = (ObjectNode) bundle.at("/entry/1/resource");
            shown.put(new Form(each.getKey(), (ObjectNode) bundle.at("/entry/0/resource")), draft);
            drafts.put(each.getKey(), draft);
        }
        rendered = Rendered.all("packages", shown);
    }

    private JsonNode packaged(String form, String sample) throws IOException {
        JsonNode call = Answers.JSON.readTree(sample);
        ObjectNode sent = Answers.JSON.createObjectNode().put("resourceType", "Parameters");
        call.at("/prefetch/coverage/entry").forEach(entry -> add(sent, "coverage", entry.path("resource")));
        call.at("/context/draftOrders/entry").forEach(entry -> add(sent, "order", entry.path("resource")));
        call.path("prefetch").forEach(each -> add(sent, "referenced", each));
        sent.withArray("parameter")
                .addObject()
                .put("name", "questionnaire")
                .put("valueCanonical", "http://localhost:8080/fhir/Questionnaire/" + form);
        Http.Answer answer =
                new Http(port).send("POST", "/dtr/2.0/fhir/Questionnaire/$questionnaire-package", sent.toString());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        JsonNode packaged = answer.json();
        return packaged.path("resourceType").asText().equals("Bundle")
                ? packaged
                : packaged.at("/parameter/0/resource");
    }

    private static void add(ObjectNode parameters, String name, JsonNode resource) {
        if (resource.has("resourceType")) {
            parameters.withArray("parameter").addObject().put("name", name).set("resource", resource);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormFromTheServerIsShownWithWhatTheServerKnows(String form) {
        Rendered shown = rendered.get(form);
        assertThat(shown.draft().byLinkId()).containsKeys("drug", "route", "indication", "indication-group");
        shown.assertNothingWentWrong();
        shown.assertDraftIsShownAtFirst();
        shown.assertAllIsShownAtLast();
        shown.assertAnswersComeBack();
    }

    /** LHC-Forms drops extensions: who embeds it puts the origins back by comparing values, as the guide's EHR does. */
    @ParameterizedTest
    @MethodSource("forms")
    void whatItExportsIsAResponseOfTheProfile(String form) {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
        ObjectNode finished = new FinishedResponse(drafts.get(form))
                .with(rendered.get(form).result().path("response"));
        assertThat(finished.at("/item")).isNotEmpty();
        assertThat(DtrProfiles.check(finished, DtrProfiles.RESPONSE)).isEmpty();
    }

    @Test
    void whatTheChartSaysOfTheCriteriaIsToBeSeen() {
        JsonNode shown = rendered.get("example-ketamine-infusion").result().path("shown");
        assertThat(shown.at("/crps/0").asText()).isEqualTo("Yes");
        assertThat(shown.at("/therapies-tried/0").asText()).isEqualTo("4");
        assertThat(shown.at("/pain-severity/0").asText()).isEqualTo("8");
        assertThat(shown.at("/infusion-plan/0").asText()).isEqualTo("6");
    }
}
