package org.precert.inferno.dtr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.Dtr22Rules;
import org.precert.conformance.DtrProfiles;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same flows as DTR 2.2 has them, to the letter. */
@DemoServer
class DtrSpecReplayTest {

    @LocalServerPort
    private int port;

    private DtrClient client;

    @BeforeEach
    void ready() {
        client = new DtrClient(new Http(port), "/dtr/2.2/fhir", true);
    }

    static Stream<String> payers() {
        return PackageRequest.SAMPLES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("payers")
    void keepToTheRules(String payer) {
        PayerCall standard = client.packageOf(PackageRequest.of(payer));
        assertThat(standard.status()).isEqualTo(200);
        assertThat(Dtr22Rules.ofPackage(standard.answer())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("payers")
    void keepToTheRulesQuestionByQuestion(String payer) {
        Flow flow = Flow.of(client, payer, true);
        assertThat(Dtr22Rules.ofPackage(flow.adaptive().answer())).isEmpty();
        for (JsonNode reply : flow.replies()) {
            assertThat(Dtr22Rules.ofReply(reply, flow.adaptive().answer())).isEmpty();
        }
        assertThat(flow.questions()).extracting(PayerCall::status).containsOnly(200);
    }

    @ParameterizedTest
    @MethodSource("payers")
    void keepToTheProfilesBelowTheRules(String payer) {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
        Flow flow = Flow.of(client, payer, true);
        List<String> errors = new ArrayList<>();
        for (PayerCall call : List.of(flow.standard(), flow.adaptive())) {
            PackageResponse response = new PackageResponse(call.answer());
            response.questionnaires()
                    .forEach(each -> errors.addAll(DtrProfiles.checkBase22(each, DtrProfiles.SDC_FORM)));
            response.libraries().forEach(each -> errors.addAll(DtrProfiles.checkBase22(each, DtrProfiles.LIBRARY)));
            response.resources("QuestionnaireResponse")
                    .forEach(each -> errors.addAll(DtrProfiles.checkBase22(each, DtrProfiles.SDC_RESPONSE)));
        }
        flow.replies().forEach(each -> errors.addAll(DtrProfiles.checkBase22(each, DtrProfiles.SDC_RESPONSE)));
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("payers")
    void endCompletedWithTheClinicalPartMarkedAsDone(String payer) {
        List<JsonNode> replies = Flow.of(client, payer, true).replies();
        JsonNode last = replies.get(replies.size() - 1);
        assertThat(last.path("status").asText()).isEqualTo("completed");
        assertThat(Flow.linkIds(last.at("/contained/0"))).contains("clinical-complete");
    }

    @ParameterizedTest
    @MethodSource("payers")
    void endSoonerForThoseWhoAnswerNo(String payer) {
        DtrClient denier = new DtrClient(client.http(), client.base(), false);
        Flow flow = Flow.of(denier, payer, false);
        flow.replies()
                .forEach(reply -> assertThat(
                                Dtr22Rules.ofReply(reply, flow.adaptive().answer()))
                        .isEmpty());
        List<JsonNode> replies = flow.replies();
        JsonNode last = replies.get(replies.size() - 1);
        assertThat(last.path("status").asText()).isEqualTo("completed");
        assertThat(Flow.linkIds(last)).doesNotContain("statement.text");
    }

    @ParameterizedTest
    @MethodSource("payers")
    void failTheKitForTheVersionsOfTheirCanonicalsAlone(String payer) {
        Flow flow = Flow.of(new DtrClient(new Http(port), "/dtr/2.0/fhir", true), payer, false);
        Scratch scratch = new Scratch();
        assertThat(Stream.concat(
                                new StaticGroup(scratch, ProfileCheck.UNCHECKED).results(flow.standard()).stream(),
                                new AdaptiveGroup(scratch, ProfileCheck.UNCHECKED)
                                        .results(flow.adaptive(), flow.questions()).stream())
                        .filter(result -> !result.passes())
                        .map(KitResult::test))
                .containsExactlyInAnyOrder(
                        FormExtensions.STATIC, FormExtensions.ADAPTIVE, FormExtensions.NEXT_QUESTION);
    }
}
