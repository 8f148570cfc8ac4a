package org.precert.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.precert.evaluation.FormLibrary;
import org.precert.evaluation.PolicyDesk;
import org.precert.policy.Policy;
import org.precert.review.PolicyTexts;

/** The forms of all policies, the adaptive twin of each beside it. */
public final class FormBook {

    private static final String INITIAL =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression";
    private static final Pattern DEFINE = Pattern.compile("\"?\\w+\"?\\.(\\w+)");

    private final List<Form> all = new ArrayList<>();

    /** @param baseUrl where clients reach this server */
    public FormBook(PolicyDesk policies, PolicyTexts texts, ObjectMapper json, String baseUrl) {
        for (Policy policy : policies.book().policies()) {
            policy.questionnaires()
                    .forEach((name, file) -> texts.text(policy.folder() + "/" + file)
                            .map(text -> authored(json, policy, text))
                            .ifPresent(authored -> add(policy, name, authored, policies, baseUrl)));
        }
    }

    private static ObjectNode authored(ObjectMapper json, Policy policy, String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form of " + policy.name() + " is no JSON", e);
        }
    }

    private void add(Policy policy, String name, ObjectNode authored, PolicyDesk policies, String baseUrl) {
        Map<String, String> defines = defines(authored);
        List<FormLibrary> libraries = defines.isEmpty() ? List.of() : policies.formLibraries(policy);
        String url = policy.questionnaireUrl(baseUrl, name);
        all.add(new Form(policy, name, false, url, authored, libraries, defines));
        all.add(new Form(policy, name, true, url + Form.ADAPTIVE, authored, libraries, defines));
    }

    private static Map<String, String> defines(ObjectNode form) {
        Map<String, String> defines = new HashMap<>();
        Form.each(
                form,
                item -> expression(item).ifPresent(expression -> {
                    Matcher define =
                            DEFINE.matcher(expression.path("expression").asText());
                    if (define.matches()) {
                        defines.put(item.path("linkId").asText(), define.group(1));
                    }
                }));
        return defines;
    }

    /** The expression that an item is filled by. */
    static Optional<ObjectNode> expression(JsonNode item) {
        for (JsonNode extension : item.path("extension")) {
            if (extension.path("url").asText().equals(INITIAL)) {
                return Optional.of((ObjectNode) extension.path("valueExpression"));
            }
        }
        return Optional.empty();
    }

    public List<Form> all() {
        return List.copyOf(all);
    }

    /** @param canonical with a version, or without one: then the latest */
    public Optional<Form> find(String canonical) {
        int bar = canonical.indexOf('|');
        String url = bar < 0 ? canonical : canonical.substring(0, bar);
        return all.stream()
                .filter(form -> form.url().equals(url))
                .filter(form -> bar < 0 || form.version().equals(canonical.substring(bar + 1)))
                .reduce((one, other) -> one.policy()
                                .inForce()
                                .from()
                                .isAfter(other.policy().inForce().from())
                        ? one
                        : other);
    }

    /** @param name as the policy calls it */
    public Optional<Form> of(Policy policy, String name, boolean adaptive) {
        return all.stream()
                .filter(form -> form.policy().name().equals(policy.name())
                        && form.name().equals(name)
                        && form.adaptive() == adaptive)
                .findFirst();
    }

    /** The standard form with nothing but what names it, for who renders it and runs no logic. */
    public Optional<ObjectNode> plain(String canonical) {
        return find(canonical)
                .filter(form -> form.canonical().equals(canonical))
                .map(form -> {
                    ObjectNode plain = form.authored().deepCopy();
                    plain.put("id", form.id());
                    plain.put("url", form.url());
                    plain.put("version", form.version());
                    return plain;
                });
    }
}
