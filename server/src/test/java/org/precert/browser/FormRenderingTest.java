package org.precert.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.evaluation.PolicyDesks;
import org.precert.policy.PolicyFiles;

/** LHC-Forms shows each payer's form with an answer to every question that a chart can answer, and gives them back. */
class FormRenderingTest {

    private static final Map<String, Form> FORMS = forms();
    private static Map<String, Rendered> rendered = Map.of();

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        PolicyFiles.ofClasspath(PolicyDesks.POLICIES).texts().forEach((path, text) -> {
            if (path.endsWith("/questionnaire.json")) {
                String name = path.substring(0, path.indexOf('/'));
                forms.put(name, new Form(name, json(text)));
            }
        });
        return forms;
    }

    static Stream<String> names() {
        return FORMS.keySet().stream();
    }

    @BeforeAll
    static void renderAll() {
        Rendered.assumePossible();
        Map<Form, ObjectNode> drafts = new LinkedHashMap<>();
        FORMS.values().forEach(form -> drafts.put(form, Draft.of(form).response(form)));
        rendered = Rendered.all("forms", drafts);
    }

    @Test
    void everyPayersFormIsRendered() {
        assertThat(rendered).hasSize(6).containsOnlyKeys(FORMS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingGoesWrong(String form) {
        rendered.get(form).assertNothingWentWrong();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyAnswerOfTheDraftIsToBeSeenAtFirst(String form) {
        rendered.get(form).assertDraftIsShownAtFirst();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyAnswerIsToBeSeenAtLast(String form) {
        rendered.get(form).assertAllIsShownAtLast();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theAnswersComeBack(String form) {
        rendered.get(form).assertAnswersComeBack();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Answers.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
