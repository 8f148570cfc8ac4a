package org.precert.forms;

import org.precert.policy.Policy;

/** Where the forms of a policy are. */
public final class Forms {

    private Forms() {}

    /** The canonical of a form, with its version. */
    public static String canonical(String baseUrl, Policy policy, String name) {
        return baseUrl + "/fhir/Questionnaire/" + policy.questionnaireId(name) + "|" + policy.version();
    }
}
