package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule finds the form that breaks it, and no other rule does. */
class FormRuleTest {

    @ParameterizedTest
    @EnumSource
    void aSoundFormKeepsEachRule(FormRule rule) {
        assertThat(rule.brokenBy(SoundForm.whole())).isEmpty();
    }

    @Test
    void theItemThatBreaksARuleIsNamed() {
        assertThat(FormRule.EACH_ITEM_HAS_A_TEXT.brokenBy(SoundForm.spoilt("Which dose?", " ")))
                .containsExactly("infusion.dose");
    }

    @Test
    void aLinkIdThatStandsForTwoItemsIsFound() {
        assertThat(broken("infusion.dose", "infusion.why")).containsExactly(FormRule.A_LINK_ID_STANDS_FOR_ONE_ITEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"infusionDose", "1.2", "infusion..dose", "infusion dose"})
    void aLinkIdWithoutSenseIsFound(String linkId) {
        assertThat(broken("infusion.dose", linkId)).containsExactly(FormRule.A_LINK_ID_SAYS_WHAT_IT_IS);
    }

    @Test
    void aFourthLevelIsFound() {
        assertThat(broken("\"text\": \"About.\", \"type\": \"display\"", """
                "text": "About.", "type": "group", "item": [{"linkId": "second", "text": "Second", "type": "group",
                "item": [{"linkId": "third", "text": "Third", "type": "display"}]}]"""))
                .contains(FormRule.ITEMS_NEST_THREE_DEEP_AT_MOST);
    }

    @ParameterizedTest
    @CsvSource({"Infusion, ''", "About., ' '", "Is it so?, ''"})
    void aGroupADisplayAndAQuestionWithoutWordsAreFound(String words, String by) {
        assertThat(broken("\"" + words + "\"", "\"" + by + "\"")).containsExactly(FormRule.EACH_ITEM_HAS_A_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "dateTime", "url"})
    void aTypeThatNothingReadsIsFound(String type) {
        assertThat(broken("\"Is it so?\", \"type\": \"boolean\"", "\"Is it so?\", \"type\": \"" + type + "\""))
                .containsExactly(FormRule.EACH_TYPE_IS_ONE_THAT_WE_READ);
    }

    @Test
    void aQuestionBelowAQuestionIsFound() {
        assertThat(broken("\"Is it so?\",", """
                "Is it so?", "item": [{"linkId": "below", "text": "Below", "type": "boolean"}],""")).containsExactly(FormRule.GROUPS_ALONE_HAVE_ITEMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"readOnly\": true,", """
                "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true}],"""})
    void whatPeopleCanNotSeeOrChangeIsFound(String more) {
        assertThat(broken("\"Is it so?\",", "\"Is it so?\"," + more))
                .containsExactly(FormRule.NOTHING_IS_HIDDEN_OR_READ_ONLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enableWhenExpression", "calculatedExpression", "candidateExpression"})
    void anItemThatComputesIsFound(String kind) {
        assertThat(broken("\"Is it so?\",", """
                "Is it so?", "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-%s"}],""".formatted(kind))).containsExactly(FormRule.NO_ITEM_COMPUTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"initial\": []", "\"answerOption\": [{\"valueString\": \"one\"}]"})
    void aChoiceWithoutCodedOptionsIsFound(String options) {
        assertThat(broken(
                        "\"answerOption\": [{\"valueCoding\": {\"system\": \"urn:drugs\", \"code\": \"1\", \"display\": \"one\"}}]",
                        options))
                .contains(FormRule.A_CHOICE_HAS_OPTIONS);
    }

    @Test
    void optionsOfAnotherQuestionAreFound() {
        assertThat(broken("\"Is it so?\",", "\"Is it so?\", \"answerOption\": [{\"valueCoding\": {}}],"))
                .containsExactly(FormRule.A_CHOICE_HAS_OPTIONS);
    }

    @Test
    void aQuantityWithoutUnitsIsFound() {
        assertThat(broken("questionnaire-unitOption", "questionnaire-unitOptions"))
                .containsExactly(FormRule.A_QUANTITY_HAS_UNITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minValue", "maxValue"})
    void aNumberWithoutABoundIsFound(String bound) {
        assertThat(broken(bound, "designNote")).containsExactly(FormRule.A_NUMBER_HAS_BOUNDS);
    }

    @Test
    void endlessTextIsFound() {
        assertThat(broken(", \"maxLength\": 100", "")).containsExactly(FormRule.TEXT_HAS_A_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mimeType", "maxSize"})
    void anAttachmentOfAnyKindOrSizeIsFound(String limit) {
        assertThat(broken(limit, "designNote")).containsExactly(FormRule.AN_ATTACHMENT_HAS_KINDS_AND_A_SIZE);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"question\": \"drug\"', '\"question\": \"nothing\"'",
        "'\"question\": \"drug\"', '\"question\": \"infusion.dose\"'",
        "'\"question\": \"drug\"', '\"question\": \"consideration\"'",
        "'\"question\": \"individual-consideration\"', '\"question\": \"attestation\"'",
        "answerBoolean, answerInteger",
        "'\"urn:drugs\", \"code\": \"1\"}}], \"item\"', '\"urn:drugs\", \"code\": \"2\"}}], \"item\"'",
        "'\"operator\": \"=\", \"answerCoding\"', '\"operator\": \">\", \"answerCoding\"'"
    })
    void aConditionThatNoEarlierAnswerMeetsIsFound(String piece, String by) {
        assertThat(broken(piece, by)).containsExactly(FormRule.A_CONDITION_ASKS_AN_EARLIER_ANSWER);
    }

    @Test
    void conditionsThatDoNotSayHowTheyCombineAreFound() {
        assertThat(broken(", \"enableBehavior\": \"all\"", ""))
                .containsExactly(FormRule.SEVERAL_CONDITIONS_SAY_HOW_THEY_COMBINE);
    }

    @ParameterizedTest
    @CsvSource({"one\"}}], one hour (list separately)\"}}]", "Which dose?, 'Which dose, each additional hour?'"})
    void wordsOfTheAmaAreFound(String words, String by) {
        assertThat(broken(words, by)).containsExactly(FormRule.NO_WORDS_ARE_OF_THE_AMA);
    }

    private static List<FormRule> broken(String piece, String by) {
        JsonNode form = SoundForm.spoilt(piece, by);
        return Arrays.stream(FormRule.values())
                .filter(rule -> !rule.brokenBy(form).isEmpty())
                .toList();
    }
}
