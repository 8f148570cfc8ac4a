package org.precert.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.engines.NodePackages;
import org.precert.evaluation.PolicyDesks;
import org.precert.policy.PolicyFiles;

/** LHC-Forms, the renderer of the National Library of Medicine, shows our forms, and gives back what was answered. */
class FormRenderingTest {

    private static final DateTimeFormatter AS_SHOWN = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final Map<String, Form> FORMS = forms();
    private static final Map<String, Answers> DRAFTS = new TreeMap<>();
    private static final Map<String, Answers> AT_LAST = new TreeMap<>();
    private static final Map<String, JsonNode> RESULTS = new TreeMap<>();

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        PolicyFiles.ofClasspath(PolicyDesks.POLICIES).texts().forEach((path, text) -> {
            if (path.endsWith("/questionnaire.json")) {
                String name = path.substring(0, path.indexOf('/'));
                forms.put(name, new Form(name, (ObjectNode) json(text)));
            }
        });
        return forms;
    }

    static Stream<String> names() {
        return FORMS.keySet().stream();
    }

    @BeforeAll
    static void renderAll() throws IOException {
        NodePackages packages = NodePackages.installed();
        assumeTrue(packages.isAvailable(), packages.whyNot());
        List<Path> chromium = NodePackages.onPath("chromium", "chromium-browser", "google-chrome");
        assumeTrue(!chromium.isEmpty(), "there is no Chromium on the PATH: no form is rendered");
        ObjectNode task =
                Answers.JSON.createObjectNode().put("chromium", chromium.get(0).toString());
        FORMS.values().forEach(form -> task.withArray("forms").add(task(form)));
        Path in = Files.writeString(NodePackages.file("forms.json"), task.toString());
        Path out = packages.run("forms.js", in, NodePackages.file("rendered.json"));
        json(Files.readString(out))
                .forEach(result -> RESULTS.put(result.path("name").asText(), result));
    }

    private static ObjectNode task(Form form) {
        Answers draft = Draft.of(form);
        DRAFTS.put(form.name(), draft);
        Answers answers = Answers.of(draft.response(form));
        ObjectNode task = Answers.JSON.createObjectNode().put("name", form.name());
        task.set("questionnaire", form.questionnaire());
        task.set("response", draft.response(form));
        form.visible(draft).forEach(task.putArray("visible")::add);
        Steps steps = new Steps(form, answers);
        steps.askForConsideration();
        steps.chooseDrugs();
        steps.type();
        AT_LAST.put(form.name(), answers);
        task.set("steps", steps.json());
        return task;
    }

    @Test
    void everyPayersFormIsRendered() {
        assertThat(RESULTS).hasSize(6).containsOnlyKeys(FORMS.keySet());
    }

    /**
     * No error on the console, no call to another host; what a person sees after each step is what the form's conditions
     * say; every question has its label and is reached by the keyboard.
     */
    @ParameterizedTest
    @MethodSource("names")
    void nothingGoesWrong(String form) {
        assertThat(RESULTS.get(form).path("problems")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyAnswerOfTheDraftIsToBeSeenAtFirst(String form) {
        assertShown(FORMS.get(form), DRAFTS.get(form), RESULTS.get(form).path("shown"));
    }

    /** Prefilled answers of groups that were not asked at first among them. */
    @ParameterizedTest
    @MethodSource("names")
    void everyAnswerIsToBeSeenAtLast(String form) {
        assertShown(FORMS.get(form), AT_LAST.get(form), RESULTS.get(form).path("shownAtLast"));
        assertThat(AT_LAST.get(form).byLinkId().keySet())
                .containsAll(DRAFTS.get(form).byLinkId().keySet());
    }

    private static void assertShown(Form form, Answers answered, JsonNode shown) {
        List<String> visible = form.visible(answered);
        assertThat(visible).contains("drug");
        answered.byLinkId().forEach((linkId, answers) -> {
            if (visible.contains(linkId)) {
                List<String> words = new ArrayList<>();
                shown.path(linkId).forEach(each -> words.add(each.asText()));
                assertThat(words).as(linkId).containsExactlyInAnyOrderElementsOf(asShown(answers));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void theAnswersComeBack(String form) {
        Answers expected = AT_LAST.get(form);
        expected.byLinkId().keySet().retainAll(FORMS.get(form).visible(expected));
        JsonNode response = RESULTS.get(form).path("response");
        assertThat(response.path("resourceType").asText()).isEqualTo("QuestionnaireResponse");
        assertThat(Answers.of(response).values()).containsExactlyInAnyOrderEntriesOf(expected.values());
    }

    private static List<String> asShown(List<ObjectNode> answers) {
        List<String> words = new ArrayList<>();
        for (ObjectNode answer : answers) {
            JsonNode value = answer.elements().next();
            if (value.has("value")) {
                words.add(value.path("value").asText());
                words.add(value.path("unit").asText());
            } else if (answer.has("valueDate")) {
                words.add(LocalDate.parse(value.asText()).format(AS_SHOWN));
            } else if (value.isBoolean()) {
                words.add(value.asBoolean() ? "Yes" : "No");
            } else {
                words.add(value.has("code") ? value.path("display").asText() : value.asText());
            }
        }
        return words;
    }

    private static JsonNode json(String text) {
        try {
            return Answers.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
