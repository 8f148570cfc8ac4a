package org.precert.pas.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.cases.CaseExamples;
import org.precert.cases.DocumentAsk;
import org.precert.cases.PendReason;
import org.precert.pas.call.PasVersion;
import org.precert.requirements.PasRequirement;

/** What a Task tells who is to send documents. */
class TaskRequirementsTest {

    private static JsonNode bundle(PasVersion version) {
        return Answers.answered(
                CaseExamples.opened(CaseExamples.pended(PendReason.DOCUMENTS))
                        .asked(1, "18776-5")
                        .asked(1, DocumentAsk.QUESTIONNAIRE)
                        .told(),
                version);
    }

    private static JsonNode task(PasVersion version, String code) {
        return Answers.resources(bundle(version), "Task").stream()
                .filter(task -> task.at("/code/coding/0/code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode input(JsonNode task, String code) {
        List<JsonNode> inputs = new ArrayList<>();
        task.path("input").forEach(input -> {
            if (input.at("/type/coding/0/code").asText().equals(code)) {
                inputs.add(input);
            }
        });
        assertThat(inputs).as(code).hasSize(1);
        return inputs.get(0);
    }

    private static int line(JsonNode input, PasVersion version) {
        boolean first = version == PasVersion.STU_2_0;
        return Extensions.of(input, first ? Terms.PA_LINE : Terms.SERVICE_LINE)
                .get(0)
                .path(first ? "valueInteger" : "valuePositiveInt")
                .asInt();
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement("ainfo-7")
    void codesAndFormsAreAskedForInTasksOfTheirOwn(PasVersion version) {
        assertThat(Answers.resources(bundle(version), "Task"))
                .extracting(task -> task.at("/code/coding/0/code").asText())
                .containsExactlyInAnyOrder("attachment-request-code", "attachment-request-questionnaire");
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement({"2.0.1@17", "2.0.1@26", "2.0.1@27", "2.0.1@28"})
    void aTaskTellsForWhomForWhatAndWhereTo(PasVersion version) {
        JsonNode claim = AskedFor.request(version).claim().resource();
        for (JsonNode task : Answers.resources(bundle(version), "Task")) {
            assertThat(task.at("/for/reference").asText())
                    .endsWith(claim.at("/patient/reference").asText());
            assertThat(task.at("/reasonReference/reference").asText())
                    .isEqualTo(AskedFor.request(version).claim().fullUrl());
            assertThat(task.at("/requester/identifier/value").asText()).isNotBlank();
            assertThat(input(task, "payer-url").path("valueUrl").asText())
                    .isEqualTo("http://localhost:8080" + version.base() + "/$submit-attachment");
        }
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement({"2.0.1@29", "2.0.1@31"})
    void aTaskNamesTheAttachmentByItsCodeAndTheLine(PasVersion version) {
        JsonNode needed = input(task(version, "attachment-request-code"), "attachments-needed");
        assertThat(needed.at("/valueCodeableConcept/coding/0/code").asText()).isEqualTo("18776-5");
        assertThat(needed.at("/valueCodeableConcept/coding/0/system").asText()).isEqualTo(Terms.LOINC);
        assertThat(line(needed, version)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement({"ainfo-6", "2.0.1@32"})
    void aTaskNamesTheFormAndTheLine(PasVersion version) {
        boolean first = version == PasVersion.STU_2_0;
        JsonNode form = input(
                task(version, "attachment-request-questionnaire"),
                first ? "questionnaires-needed" : "questionnaire-context");
        assertThat((first ? form.at("/valueIdentifier/value") : form.path("valueString")).asText())
                .isEqualTo(first ? "https://precert.dev/fhir/Questionnaire/form|1" : "assertion-1");
        assertThat(line(form, version)).isEqualTo(1);
    }
}
