package org.precert.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.precert.evaluation.PolicyDesks;
import org.precert.policy.Policy;
import org.precert.policy.PolicyFiles;

/** The defines that the questions of a policy's form are bound to. */
final class FormBindings {

    private FormBindings() {}

    static Set<String> of(Policy policy) {
        String file = policy.questionnaires().get(policy.asksWith().orElseThrow());
        String form = PolicyFiles.ofClasspath(PolicyDesks.POLICIES)
                .text(policy.folder() + "/" + file)
                .orElseThrow();
        Set<String> defines = new TreeSet<>();
        try {
            for (JsonNode expression : Codes.JSON.readTree(form).findValues("valueExpression")) {
                String bound = expression.path("expression").asText();
                defines.add(bound.substring(bound.indexOf("\".") + 2));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return defines;
    }
}
