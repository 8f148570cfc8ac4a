package org.precert.inferno.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precert.conformance.DtrExample;
import org.precert.inferno.dtr.KitResult.Outcome;

/** The groups as wholes: what each test makes of a good flow, and of one that is spoilt. */
class GroupsTest {

    private static final ObjectNode REQUEST = DtrExample.json("{\"resourceType\": \"Parameters\"}");

    private final ObjectNode question = DtrExample.dtr201().question();

    @Test
    void passGoodFlowsOneAfterTheOther() {
        Scratch scratch = new Scratch();
        assertThat(new StaticGroup(scratch, ProfileCheck.UNCHECKED).results(call(200, KitExample.standard())))
                .hasSize(5)
                .allMatch(KitResult::passes);
        assertThat(new AdaptiveGroup(scratch, ProfileCheck.UNCHECKED)
                        .results(call(201, KitExample.adaptive()), questions()))
                .hasSize(12)
                .allMatch(KitResult::passes);
    }

    @Test
    void takeABareBundleToo() {
        JsonNode bundle = KitExample.standard().at("/parameter/0/resource");
        assertThat(standard(call(200, bundle), ProfileCheck.UNCHECKED)).allMatch(KitResult::passes);
    }

    @Test
    void findAnotherStatus() {
        List<KitResult> results = standard(call(202, KitExample.standard()), ProfileCheck.UNCHECKED);
        assertThat(outcome(results, StaticGroup.RESPONSE)).isEqualTo(Outcome.FAIL);
        assertThat(outcome(results, FormLibraries.STATIC)).isEqualTo(Outcome.SKIP);
    }

    @Test
    void findAnAnswerWithoutABundle() {
        List<KitResult> results = standard(call(200, REQUEST), ProfileCheck.UNCHECKED);
        assertThat(outcome(results, StaticGroup.RESPONSE)).isEqualTo(Outcome.FAIL);
        assertThat(outcome(
                        standard(call(200, MissingNode.getInstance()), ProfileCheck.UNCHECKED), StaticGroup.RESPONSE))
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void lookAtTheFormsOfAnAnswerThatBreaksItsProfile() {
        List<KitResult> results = standard(
                call(200, KitExample.standard()),
                (resource, profile) -> profile.equals(PackageChecks.OUTPUT) ? List.of("Not conformant") : List.of());
        assertThat(outcome(results, StaticGroup.RESPONSE)).isEqualTo(Outcome.FAIL);
        assertThat(outcome(results, FormExtensions.STATIC)).isEqualTo(Outcome.PASS);
    }

    @Test
    void holdABareBundleAgainstTheProfileOfBundles() {
        List<KitResult> results = standard(
                call(200, KitExample.standard().at("/parameter/0/resource")),
                (resource, profile) -> profile.equals(PackageChecks.BUNDLE) ? List.of("Not conformant") : List.of());
        assertThat(outcome(results, StaticGroup.RESPONSE)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void skipARequestThatBreaksItsProfile() {
        ProfileCheck none = (resource, profile) ->
                profile.equals(PackageChecks.INPUT) || profile.equals(NextQuestionChecks.PARAMETERS_PROFILE)
                        ? List.of("Not conformant")
                        : List.of();
        assertThat(outcome(standard(call(200, KitExample.standard()), none), StaticGroup.REQUEST))
                .isEqualTo(Outcome.SKIP);
        List<KitResult> adaptive = adaptive(questions(), none);
        assertThat(outcome(adaptive, AdaptiveGroup.REQUEST)).isEqualTo(Outcome.SKIP);
        assertThat(outcome(adaptive, NextQuestionChecks.REQUEST)).isEqualTo(Outcome.SKIP);
    }

    @Test
    void holdBundlesAndAdaptiveFormsAgainstTheirProfiles() {
        ProfileCheck none = (resource, profile) ->
                profile.equals(PackageChecks.BUNDLE) || profile.equals(PackageChecks.ADAPT_SEARCH)
                        ? List.of("Not conformant")
                        : List.of();
        List<KitResult> results = adaptive(questions(), none);
        assertThat(outcome(results, AdaptiveGroup.BUNDLES)).isEqualTo(Outcome.FAIL);
        assertThat(outcome(results, AdaptiveGroup.SEARCH)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void wantABareResponse() {
        ObjectNode parameters = DtrExample.json("{\"resourceType\": \"Parameters\"}");
        parameters.putArray("parameter").addObject().put("name", "return").set("resource", question);
        List<KitResult> results = adaptive(List.of(call(200, parameters)), ProfileCheck.UNCHECKED);
        assertThat(outcome(results, NextQuestionChecks.RESPONSE)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void wantAllBareRequestsOrNone() {
        List<PayerCall> mixed = List.of(call(200, question), new PayerCall(question, 200, question));
        assertThat(outcome(adaptive(mixed, ProfileCheck.UNCHECKED), NextQuestionChecks.REQUEST))
                .isEqualTo(Outcome.SKIP);
    }

    @Test
    void wantTheQuestionsInTime() {
        List<KitResult> results = adaptive(List.of(call(201, question)), ProfileCheck.UNCHECKED);
        assertThat(outcome(results, NextQuestionChecks.RESPONSE)).isEqualTo(Outcome.FAIL);
        assertThat(outcome(results, FormExtensions.NEXT_QUESTION)).isEqualTo(Outcome.SKIP);
        assertThat(outcome(results, NextQuestionChecks.COMPLETION)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void wantTheFormInEveryFlowAndTheEnd() {
        List<KitResult> unfinished = adaptive(List.of(call(202, question)), ProfileCheck.UNCHECKED);
        assertThat(outcome(unfinished, FormExpressions.NEXT_QUESTION)).isEqualTo(Outcome.PASS);
        assertThat(outcome(unfinished, NextQuestionChecks.COMPLETION)).isEqualTo(Outcome.FAIL);
        ObjectNode withoutForm = DtrExample.dtr201().completed();
        withoutForm.remove("contained");
        List<KitResult> results = adaptive(List.of(call(200, withoutForm)), ProfileCheck.UNCHECKED);
        assertThat(outcome(results, FormExtensions.NEXT_QUESTION)).isEqualTo(Outcome.FAIL);
        assertThat(outcome(results, FormExpressions.NEXT_QUESTION)).isEqualTo(Outcome.FAIL);
    }

    private List<PayerCall> questions() {
        return List.of(call(200, question), call(200, DtrExample.dtr201().completed()));
    }

    private static List<KitResult> standard(PayerCall call, ProfileCheck profiles) {
        return new StaticGroup(new Scratch(), profiles).results(call);
    }

    private static List<KitResult> adaptive(List<PayerCall> calls, ProfileCheck profiles) {
        return new AdaptiveGroup(new Scratch(), profiles).results(call(200, KitExample.adaptive()), calls);
    }

    private static PayerCall call(int status, JsonNode answer) {
        return new PayerCall(REQUEST, status, answer);
    }

    private static Outcome outcome(List<KitResult> results, String test) {
        return results.stream()
                .filter(result -> result.test().equals(test))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
