package org.precert.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The profiles of DTR 2.0.1, and of SDC where DTR uses them, to hold resources against. A test that needs them says
 * {@code assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot())}.
 */
public final class DtrProfiles {

    public static final String STANDARD_FORM = DtrCanonicals.DTR + "dtr-std-questionnaire";
    public static final String ADAPTIVE_FORM = DtrCanonicals.DTR + "dtr-questionnaire-adapt";
    public static final String ADAPTIVE_SEARCH_FORM = DtrCanonicals.DTR + "dtr-questionnaire-adapt-search";
    public static final String RESPONSE = DtrCanonicals.DTR + "dtr-questionnaireresponse";
    public static final String PACKAGE_BUNDLE = DtrCanonicals.DTR + "DTR-QPackageBundle";
    public static final String PACKAGE_INPUT = DtrCanonicals.DTR + "dtr-qpackage-input-parameters";
    public static final String PACKAGE_OUTPUT = DtrCanonicals.DTR + "dtr-qpackage-output-parameters";
    public static final String SDC_RESPONSE = DtrCanonicals.SDC + "sdc-questionnaireresponse";
    public static final String SDC_ADAPTIVE_RESPONSE = DtrCanonicals.SDC + "sdc-questionnaireresponse-adapt";
    public static final String NEXT_QUESTION_INPUT = DtrCanonicals.SDC + "parameters-questionnaire-next-question-in";
    public static final String SDC_FORM = DtrCanonicals.SDC + "sdc-questionnaire";
    public static final String LIBRARY = DtrCanonicals.SDC + "sdc-library";

    private DtrProfiles() {}

    public static boolean areAvailable() {
        return ProfileValidator.stu2().isAvailable() && ProfileValidator.stu22().isAvailable();
    }

    public static String whyNot() {
        return ProfileValidator.stu2().whyNot() + "; "
                + ProfileValidator.stu22().whyNot();
    }

    /** The errors of the resource; empty if it conforms. */
    public static List<String> check(JsonNode resource, String profile) {
        return errors(ProfileValidator.stu2(), resource, profile);
    }

    /**
     * The same beside CRD 2.2, for what DTR 2.2 builds on: there is no package of DTR 2.2 itself, see {@link Dtr22Rules}.
     *
     * @param profile one of SDC's
     */
    public static List<String> checkBase22(JsonNode resource, String profile) {
        return errors(ProfileValidator.stu22(), resource, profile);
    }

    private static List<String> errors(ProfileValidator validator, JsonNode resource, String profile) {
        return validator.errors(resource.toPrettyString(), profile).stream()
                .filter(error -> !DtrFalseErrors.include(error))
                .map(error -> resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText() + ": " + error)
                .toList();
    }
}
