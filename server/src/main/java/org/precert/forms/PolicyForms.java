package org.precert.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.precert.policy.Policy;
import org.precert.policy.PolicyBook;
import org.precert.review.PolicyTexts;

/** The forms of all policies as Questionnaires, by their canonicals. */
public final class PolicyForms {

    private final Map<String, ObjectNode> byCanonical = new HashMap<>();

    /** @param baseUrl where clients reach this server */
    public PolicyForms(PolicyBook book, PolicyTexts texts, ObjectMapper json, String baseUrl) {
        for (Policy policy : book.policies()) {
            policy.questionnaires()
                    .forEach((name, file) -> texts.text(policy.folder() + "/" + file)
                            .ifPresent(text -> byCanonical.put(
                                    Forms.canonical(baseUrl, policy, name),
                                    questionnaire(json, text, baseUrl, policy, name))));
        }
    }

    private static ObjectNode questionnaire(
            ObjectMapper json, String text, String baseUrl, Policy policy, String name) {
        try {
            ObjectNode form = (ObjectNode) json.readTree(text);
            String canonical = Forms.canonical(baseUrl, policy, name);
            form.put("id", policy.questionnaireId(name));
            form.put("url", canonical.substring(0, canonical.indexOf('|')));
            form.put("version", policy.version());
            return form;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form of " + policy.name() + " is no JSON", e);
        }
    }

    public Optional<ObjectNode> questionnaire(String canonical) {
        return Optional.ofNullable(byCanonical.get(canonical)).map(ObjectNode::deepCopy);
    }
}
