package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** payer_server_adaptive_questionnaire: one call for an adaptive form, then its questions to the last. */
record AdaptiveGroup(Scratch scratch, ProfileCheck profiles) {

    static final String REQUEST = "payer_server_adaptive_questionnaire_request_validation";
    static final String RESPONSE = "payer_server_adaptive_response_validation_test";
    static final String BUNDLES = "payer_server_adaptive_response_bundles_validation_test";
    static final String SEARCH = "payer_server_adaptive_response_search_validation_test";

    List<KitResult> results(PayerCall call, List<PayerCall> calls) {
        List<KitResult> results = new ArrayList<>(packageResults(call));
        NextQuestionChecks checks = new NextQuestionChecks(profiles);
        results.add(checks.requests(calls));
        results.add(checks.responses(calls));
        results.addAll(
                calls.stream().allMatch(NextQuestionChecks::hasStatus)
                        ? formResults(NextQuestionChecks.answers(calls))
                        : withoutAnswers());
        return List.copyOf(results);
    }

    private List<KitResult> formResults(List<JsonNode> answers) {
        List<JsonNode> forms = NextQuestionChecks.contained(answers);
        return List.of(
                KitResult.of(FormExtensions.NEXT_QUESTION, new FormExtensions(scratch).failures(forms)),
                KitResult.of(FormExpressions.NEXT_QUESTION, new FormExpressions(scratch).failures(forms, true)),
                NextQuestionChecks.completion(answers));
    }

    private static List<KitResult> withoutAnswers() {
        List<String> why = List.of("No questionnaires returned.");
        return List.of(
                KitResult.skipped(FormExtensions.NEXT_QUESTION, why),
                KitResult.skipped(FormExpressions.NEXT_QUESTION, why),
                NextQuestionChecks.completion(List.of()));
    }

    private List<KitResult> packageResults(PayerCall call) {
        PackageChecks checks = new PackageChecks(profiles);
        PackageResponse response = PackageChecks.read(call);
        List<KitResult> results = new ArrayList<>();
        results.add(checks.request(REQUEST, call));
        results.add(checks.response(RESPONSE, call));
        if (response.bundles().isEmpty()) {
            List<String> why = List.of("No questionnaire bundle returned.");
            results.add(KitResult.skipped(FormLibraries.ADAPTIVE, why));
            results.add(KitResult.skipped(FormExtensions.ADAPTIVE, why));
            results.add(KitResult.skipped(FormExpressions.ADAPTIVE, why));
        } else {
            results.add(
                    KitResult.of(FormLibraries.ADAPTIVE, new FormLibraries(scratch).failures(response.libraries())));
            results.add(KitResult.of(
                    FormExtensions.ADAPTIVE, new FormExtensions(scratch).failures(response.questionnaires())));
            results.add(KitResult.of(
                    FormExpressions.ADAPTIVE, new FormExpressions(scratch).failures(response.questionnaires(), false)));
        }
        results.add(checks.all(BUNDLES, response.bundles(), "Bundle", PackageChecks.BUNDLE));
        results.add(checks.all(SEARCH, response.questionnaires(), "Questionnaire", PackageChecks.ADAPT_SEARCH));
        return results;
    }
}
