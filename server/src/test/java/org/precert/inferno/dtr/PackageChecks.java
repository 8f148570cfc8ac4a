package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** What the kit asks of a call of {@code $questionnaire-package} and its answer: the profiles. */
record PackageChecks(ProfileCheck profiles) {

    static final String DTR = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/";
    static final String INPUT = DTR + "dtr-qpackage-input-parameters|2.0.1";
    static final String OUTPUT = DTR + "dtr-qpackage-output-parameters|2.0.1";
    static final String BUNDLE = DTR + "DTR-QPackageBundle|2.0.1";
    static final String ADAPT_SEARCH = DTR + "dtr-questionnaire-adapt-search|2.0.1";

    /** Nothing, where the status already ends the test. */
    static PackageResponse read(PayerCall call) {
        return new PackageResponse(hasStatus(call) ? call.answer() : MissingNode.getInstance());
    }

    /** 1.02 and 2.02: what is wrong with the request skips the test. */
    KitResult request(String test, PayerCall call) {
        List<String> errors = profiles.errors(call.request(), INPUT);
        return errors.isEmpty() ? KitResult.of(test, List.of()) : KitResult.skipped(test, errors);
    }

    /** 1.03 and 2.03 */
    KitResult response(String test, PayerCall call) {
        return KitResult.of(test, Assertion.failures(() -> {
            Assertion.holds(
                    hasStatus(call),
                    "Unexpected status: expected 200 or 201, got " + call.status() + " " + call.answer());
            PackageResponse response = read(call);
            List<String> errors = profileErrors(response.json());
            Assertion.holds(errors.isEmpty(), String.join("\n", errors));
            Assertion.holds(!response.bundles().isEmpty(), "No questionnaire bundle found in the response");
        }));
    }

    /**
     * 2.07 and 2.08. The kit itself forgets the bundles at the end of 2.06 where that passes, and then has nothing to look
     * at; here they are looked at, as its authors must have meant.
     */
    KitResult all(String test, List<JsonNode> resources, String type, String profile) {
        List<String> failures = new ArrayList<>();
        if (resources.isEmpty()) {
            failures.add("No resources to validate.");
        }
        resources.forEach(resource -> failures.addAll(profiles.errors(resource, type, profile)));
        return KitResult.of(test, failures);
    }

    private List<String> profileErrors(JsonNode response) {
        String type = response.path("resourceType").asText("none");
        return switch (type) {
            case "Bundle" -> profiles.errors(response, BUNDLE);
            case "Parameters" -> profiles.errors(response, OUTPUT);
            default -> List.of("Unexpected resourceType: " + type + ". Expected Parameters or Bundle");
        };
    }

    private static boolean hasStatus(PayerCall call) {
        return call.status() == 200 || call.status() == 201;
    }
}
