package org.precert.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.precert.engines.NodePackages;

/**
 * A form as LHC-Forms, the renderer of the National Library of Medicine, showed it in a headless Chromium.
 *
 * @param draft the answers that it came with
 * @param atLast those that it was left with, what was typed among them
 * @param result as {@code forms.js} writes it
 */
record Rendered(Form form, Answers draft, Answers atLast, JsonNode result) {

    private static final DateTimeFormatter AS_SHOWN = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    /**
     * @param run a name for its files, below {@code target/js}
     * @param drafts the QuestionnaireResponse that each form comes with
     */
    static Map<String, Rendered> all(String run, Map<Form, ObjectNode> drafts) {
        List<Path> chromium = chromium();
        ObjectNode task =
                Answers.JSON.createObjectNode().put("chromium", chromium.get(0).toString());
        Map<Form, Answers> atLast = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
        drafts.forEach((form, draft) -> {
            Answers answers = Answers.of(draft);
            task.withArray("forms").add(task(form, draft, answers));
            atLast.put(form, answers);
        });
        try {
            Path in = Files.writeString(NodePackages.file(run + ".json"), task.toString());
            Path out = NodePackages.installed().run("forms.js", in, NodePackages.file(run + "-rendered.json"));
            Map<String, Rendered> all = new TreeMap<>();
            for (JsonNode result : Answers.JSON.readTree(Files.readString(out))) {
                String name = result.path("name").asText();
                drafts.forEach((form, draft) -> {
                    if (form.name().equals(name)) {
                        all.put(name, new Rendered(form, Answers.of(draft), atLast.get(form), result));
                    }
                });
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test where something is missing that it needs. */
    static void assumePossible() {
        assumeTrue(
                NodePackages.installed().isAvailable(), NodePackages.installed().whyNot());
        assumeTrue(!chromium().isEmpty(), "there is no Chromium on the PATH: no form is rendered");
    }

    private static List<Path> chromium() {
        return NodePackages.onPath("chromium", "chromium-browser", "google-chrome");
    }

    private static ObjectNode task(Form form, ObjectNode draft, Answers answers) {
        ObjectNode task = Answers.JSON.createObjectNode().put("name", form.name());
        task.set("questionnaire", form.questionnaire());
        task.set("response", draft);
        form.visible(answers).forEach(task.putArray("visible")::add);
        Steps steps = new Steps(form, answers);
        steps.askForConsideration();
        steps.chooseDrugs();
        steps.type();
        task.set("steps", steps.json());
        return task;
    }

    /**
     * No error on the console, no call to another host; what a person sees after each step is what the form's conditions
     * say; every question has its label and is reached by the keyboard.
     */
    void assertNothingWentWrong() {
        assertThat(result.path("problems")).isEmpty();
    }

    void assertDraftIsShownAtFirst() {
        assertShown(draft, result.path("shown"));
    }

    /** Prefilled answers of groups that were not asked at first among them. */
    void assertAllIsShownAtLast() {
        assertShown(atLast, result.path("shownAtLast"));
        assertThat(atLast.byLinkId().keySet()).containsAll(draft.byLinkId().keySet());
    }

    /** Each answer to a question that is asked, of the same type and value, and no other. */
    void assertAnswersComeBack() {
        Map<String, List<String>> expected = atLast.values();
        expected.keySet().retainAll(form.visible(atLast));
        assertThat(result.at("/response/resourceType").asText()).isEqualTo("QuestionnaireResponse");
        assertThat(Answers.of(result.path("response")).values()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private void assertShown(Answers answered, JsonNode shown) {
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

    private static Collection<String> asShown(List<ObjectNode> answers) {
        List<String> words = new ArrayList<>();
        for (ObjectNode answer : answers) {
            String type = Answers.type(answer);
            JsonNode value = answer.path(type);
            switch (type) {
                case "valueQuantity" -> {
                    words.add(value.path("value").asText());
                    words.add(value.path("unit").asText());
                }
                case "valueDate" -> words.add(LocalDate.parse(value.asText()).format(AS_SHOWN));
                case "valueBoolean" -> words.add(value.asBoolean() ? "Yes" : "No");
                case "valueCoding" -> words.add(value.path("display").asText());
                default -> words.add(value.asText());
            }
        }
        return words;
    }
}
