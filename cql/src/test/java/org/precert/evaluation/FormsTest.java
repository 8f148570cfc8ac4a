package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.policy.PolicyFiles;

/** The forms of all policies: how they are put together, what their questions rest on, and what fills them in. */
class FormsTest {

    private static final Path DOCUMENTS = Path.of("../../shared/policies");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Form> FORMS = new ArrayList<>();
    private static final Set<String> CODES = codes();

    private record Form(String name, PolicyFolder policy, JsonNode json, FormDefines defines) {

        @Override
        public String toString() {
            return name;
        }
    }

    private record RuleOf(FormRule rule, Form form) {

        @Override
        public String toString() {
            return form + ": " + rule;
        }
    }

    @BeforeAll
    static void read() throws JsonProcessingException {
        PolicyFiles files = PolicyFiles.ofDirectory(PolicyFolder.POLICIES);
        List<String> shared = List.copyOf(
                PolicyFiles.ofDirectory(Path.of("shared")).ending(".cql").values());
        FORMS.clear();
        for (PolicyFolder policy : PolicyFolder.all()) {
            PolicyFiles folder = files.below(policy.name());
            FormDefines defines = policy.policy()
                    .prepopulation()
                    .map(library -> FormDefines.of(shared, folder.required(library + ".cql")))
                    .orElseGet(FormDefines::none);
            for (String file : policy.policy().questionnaires().values()) {
                FORMS.add(new Form(policy.name() + "/" + file, policy, JSON.readTree(folder.required(file)), defines));
            }
        }
    }

    static List<Form> forms() {
        return FORMS;
    }

    static Stream<RuleOf> rules() {
        return FORMS.stream().flatMap(form -> Arrays.stream(FormRule.values()).map(rule -> new RuleOf(rule, form)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aFormKeepsEachRule(RuleOf rule) {
        assertThat(rule.rule().brokenBy(rule.form().json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormSaysWhatItIsAndForWhom(Form form) {
        assertThat(new FormLayout(form.json()).root()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void clinicalQuestionsComeFirstAndNoneMustBeAnswered(Form form) {
        assertThat(new FormLayout(form.json()).order()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachQuestionRestsOnWhatThePolicySays(Form form) {
        assertThat(new FormLayout(form.json()).unfounded(form.policy().labels()))
                .as(
                        "questions without a basis, or with one that is neither a label of policy.yaml nor %s",
                        FormLayout.CONSIDERATION)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void supportIsAskedOfThoseAloneWhoAskForConsideration(Form form) {
        assertThat(new FormLayout(form.json()).asked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachBindingFitsWhatTheLibraryDefines(Form form) {
        assertThat(form.defines().misfits(FormItem.of(form.json()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormCopiesNoSentenceOfTheDocument(Form form) throws IOException {
        Path document = DOCUMENTS.resolve(form.policy().policy().payer() + ".txt");
        assumeTrue(Files.exists(document), "the documents stay with their publishers");
        assertThat(new FormLayout(form.json()).copied(Files.readString(document)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachOptionIsACodeThatWeHave(Form form) {
        assertThat(FormItem.of(form.json()).stream()
                        .flatMap(item -> item.options().stream())
                        .map(FormsTest::code)
                        .filter(code -> !code.startsWith("http://hl7.org/fhir/sid/icd-10-cm|")))
                .isSubsetOf(CODES);
    }

    private static String code(JsonNode coding) {
        return coding.path("system").asText() + "|" + coding.path("code").asText();
    }

    /** Of the value sets, by which a chart is read, and of the project's own code systems. */
    private static Set<String> codes() {
        Set<String> codes = new HashSet<>();
        for (JsonNode resource : Terminology.all()) {
            resource.at("/expansion/contains").forEach(each -> codes.add(code(each)));
            resource.path("concept")
                    .forEach(each -> codes.add(resource.path("url").asText() + "|"
                            + each.path("code").asText()));
        }
        return codes;
    }
}
