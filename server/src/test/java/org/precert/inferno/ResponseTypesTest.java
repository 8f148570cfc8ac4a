package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Where the kit is deceived, so are we: an answer must keep out of these traps. */
class ResponseTypesTest {

    @Test
    void tellsAReferenceByItsLinks() {
        assertThat(ResponseTypes.isExternalReference(card("'links': [{'type': 'absolute'}]")))
                .isTrue();
        assertThat(ResponseTypes.isExternalReference(card("'links': [{'type': 'smart'}]")))
                .isFalse();
        assertThat(ResponseTypes.isSmartLaunch(card("'links': [{'type': 'smart'}]")))
                .isTrue();
        assertThat(ResponseTypes.isExternalReference(card("'summary': ''"))).isFalse();
    }

    @Test
    void takesNoLinksForAReferenceAndALaunch() {
        assertThat(ResponseTypes.isExternalReference(card("'links': []"))).isTrue();
        assertThat(ResponseTypes.isSmartLaunch(card("'links': []"))).isTrue();
    }

    @Test
    void takesNoSuggestionsForAdditionalOrdersAndAForm() {
        assertThat(ResponseTypes.isAdditionalOrders(card("'suggestions': []"))).isTrue();
        assertThat(ResponseTypes.isFormCompletion(card("'suggestions': []"))).isTrue();
        assertThat(ResponseTypes.isInstructions(card("'suggestions': [], 'links': []")))
                .isTrue();
    }

    @Test
    void fallsOverASuggestionWithoutActions() {
        assertThat(ResponseTypes.endsTheFormTest(card("'suggestions': [{}]"))).isTrue();
        assertThat(ResponseTypes.endsTheFormTest(Example.answer().at("/cards/1")))
                .isFalse();
    }

    @Test
    void tellsProposalsByTheirActions() {
        JsonNode card = Example.answer().at("/cards/1");
        assertThat(ResponseTypes.isAlternateRequest(card)).isTrue();
        assertThat(ResponseTypes.isAdditionalOrders(card)).isFalse();
        assertThat(ResponseTypes.isInstructions(card)).isFalse();
        assertThat(ResponseTypes.isAlternateRequest(Example.answer().at("/cards/0")))
                .isFalse();
    }

    @Test
    void tellsAFormByTheTextOfItsInput() {
        assertThat(asksForForm("'text': 'questionnaire'", "https://example.org/Q"))
                .isTrue();
        assertThat(asksForForm("'coding': [{'code': 'questionnaire'}]", "https://example.org/Q"))
                .isFalse();
    }

    @Test
    void knowsNoFormWhoseCanonicalHasAVersion() {
        assertThat(asksForForm("'text': 'questionnaire'", "https://example.org/Q|2"))
                .isFalse();
    }

    @Test
    void tellsCoverageChanges() {
        String change = "'type': 'update', 'resource': {'resourceType': 'Coverage'}";
        assertThat(ResponseTypes.isCoverageChange(card("'suggestions': [{'actions': [{" + change + "}]}]")))
                .isTrue();
        assertThat(ResponseTypes.isCoverageChange(Example.answer().at("/cards/1")))
                .isFalse();
    }

    @Test
    void tellsCoverageInformation() {
        assertThat(ResponseTypes.isCoverageInformation(Example.answer().at("/systemActions/0")))
                .isTrue();
        assertThat(ResponseTypes.isCoverageInformation(card("'resource': {'resourceType': 'ServiceRequest'}")))
                .isFalse();
    }

    private static boolean asksForForm(String type, String canonical) {
        return ResponseTypes.asksForForm(card("""
                'type': 'create',
                'resource': {
                  'resourceType': 'Task',
                  'code': {'coding': [{'code': 'complete-questionnaire'}]},
                  'input': [{'type': {%s}, 'valueCanonical': '%s'}]
                }
                """.formatted(type, canonical)));
    }

    private static JsonNode card(String fields) {
        return Example.json("{" + fields.replace('\'', '"') + "}");
    }
}
