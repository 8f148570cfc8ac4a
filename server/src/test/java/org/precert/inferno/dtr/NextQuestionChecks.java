package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the kit asks of the calls of {@code $next-question} and their answers. */
record NextQuestionChecks(ProfileCheck profiles) {

    static final String REQUEST = "payer_server_next_request_validation";
    static final String RESPONSE = "payer_server_next_response_validation_test";
    static final String COMPLETION = "payer_server_adaptive_completion_test";

    static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
    static final String RESPONSE_PROFILE = SDC + "sdc-questionnaireresponse";
    static final String ADAPTIVE_RESPONSE_PROFILE = SDC + "sdc-questionnaireresponse-adapt";
    static final String PARAMETERS_PROFILE = SDC + "parameters-questionnaire-next-question-in";

    /** 2.09: one bare response among the calls, and all must be. What is wrong with them skips the test. */
    KitResult requests(List<PayerCall> calls) {
        boolean bare = calls.stream().map(PayerCall::request).anyMatch(Nodes.ofType("QuestionnaireResponse"));
        List<String> errors = calls.stream()
                .flatMap(call -> (bare
                                ? profiles.errors(call.request(), "QuestionnaireResponse", ADAPTIVE_RESPONSE_PROFILE)
                                : profiles.errors(call.request(), "Parameters", PARAMETERS_PROFILE))
                        .stream())
                .toList();
        return errors.isEmpty() ? KitResult.of(REQUEST, List.of()) : KitResult.skipped(REQUEST, errors);
    }

    /** 2.10: each answer is a response itself, in no Parameters. */
    KitResult responses(List<PayerCall> calls) {
        return KitResult.of(RESPONSE, Assertion.failures(() -> {
            calls.forEach(call -> Assertion.holds(
                    hasStatus(call),
                    "Unexpected status: expected 200 or 202, got " + call.status() + " " + call.answer()));
            List<String> errors = answers(calls).stream()
                    .flatMap(answer -> profiles.errors(answer, "QuestionnaireResponse", RESPONSE_PROFILE).stream())
                    .toList();
            Assertion.holds(errors.isEmpty(), String.join("\n", errors));
        }));
    }

    /** 2.13 */
    static KitResult completion(List<JsonNode> answers) {
        return KitResult.of(
                COMPLETION,
                Assertion.failures(() -> Assertion.holds(
                        answers.stream()
                                .anyMatch(
                                        answer -> answer.path("status").asText().equals("completed")),
                        "Next request sequence did not result in a completed questionnaire.")));
    }

    static List<JsonNode> answers(List<PayerCall> calls) {
        return calls.stream().map(PayerCall::answer).toList();
    }

    /** The forms that the answers contain. */
    static List<JsonNode> contained(List<JsonNode> answers) {
        return answers.stream()
                .flatMap(answer -> Nodes.children(answer.path("contained")))
                .filter(Nodes.ofType("Questionnaire"))
                .toList();
    }

    static boolean hasStatus(PayerCall call) {
        return call.status() == 200 || call.status() == 202;
    }
}
