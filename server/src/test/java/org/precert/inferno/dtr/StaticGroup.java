package org.precert.inferno.dtr;

import java.util.List;

/** payer_server_static_package: one call for a standard form. */
record StaticGroup(Scratch scratch, ProfileCheck profiles) {

    static final String REQUEST = "dtr_v201_payer_static_form_request_validation_test";
    static final String RESPONSE = "dtr_v201_payer_static_form_response_test";

    List<KitResult> results(PayerCall call) {
        PackageChecks checks = new PackageChecks(profiles);
        PackageResponse response = PackageChecks.read(call);
        KitResult request = checks.request(REQUEST, call);
        KitResult answer = checks.response(RESPONSE, call);
        if (response.bundles().isEmpty()) {
            List<String> why = List.of("No questionnaire bundle returned.");
            return List.of(
                    request,
                    answer,
                    KitResult.skipped(FormLibraries.STATIC, why),
                    KitResult.skipped(FormExtensions.STATIC, why),
                    KitResult.skipped(FormExpressions.STATIC, why));
        }
        return List.of(
                request,
                answer,
                KitResult.of(FormLibraries.STATIC, new FormLibraries(scratch).failures(response.libraries())),
                KitResult.of(FormExtensions.STATIC, new FormExtensions(scratch).failures(response.questionnaires())),
                KitResult.of(
                        FormExpressions.STATIC,
                        new FormExpressions(scratch).failures(response.questionnaires(), true)));
    }
}
