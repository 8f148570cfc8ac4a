package org.precert.inferno.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormExpressionsTest {

    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    private final ObjectNode response = KitExample.standard();
    private final ObjectNode drug = KitExample.item(response, "/item/0/item/0");

    @Test
    void showHowItemsArePrefilled() {
        assertThat(failures()).isEmpty();
    }

    @Test
    void areMissed() {
        drug.remove("extension");
        assertThat(failures()).singleElement().asString().startsWith("No extensions found.");
    }

    @Test
    void areMissedInAnAdaptiveFormWithoutQuestions() {
        ObjectNode adaptive = KitExample.adaptive();
        assertThat(failures(adaptive)).isEmpty();
        KitExample.form(adaptive).remove("item");
        assertThat(failures(adaptive)).singleElement().asString().startsWith("No extensions found.");
    }

    @Test
    void inAnotherLanguageAreFoundAtEveryDepth() {
        drug.putArray("item").addObject().put("linkId", "deep");
        KitExample.addExpression((ObjectNode) drug.at("/item/0"), SDC + "candidateExpression", "text/fhirpath");
        assertThat(failures()).containsExactly("Candidate expression logic not written in CQL.");
    }

    @Test
    void inTheLanguageOfIdentifiersAreFound() {
        ((ObjectNode) drug.at("/extension/0/valueExpression")).put("language", "text/cql-identifier");
        assertThat(failures()).containsExactly("Initial expression logic not written in CQL.");
    }

    @Test
    void thatAreComplexCountWithoutALanguage() {
        drug.remove("extension");
        drug.putArray("extension").addObject().put("url", SDC + "contextExpression");
        assertThat(failures()).isEmpty();
    }

    @Test
    void ofAnotherKindMakeTheKitStumbleInTheUpperTwoLevels() {
        KitExample.addExpression(drug, SDC + "enableWhenExpression", "text/fhirpath");
        assertThat(failures()).singleElement().asString().startsWith("TypeError");
    }

    @Test
    void ofAnotherKindAreNotSeenFurtherDown() {
        drug.putArray("item").addObject().put("linkId", "deep");
        KitExample.addExpression((ObjectNode) drug.at("/item/0"), SDC + "enableWhenExpression", "text/fhirpath");
        assertThat(failures()).isEmpty();
    }

    @Test
    void ofAnotherKindAreNotSeenWithoutALibrary() {
        KitExample.addExpression(drug, SDC + "enableWhenExpression", "text/fhirpath");
        KitExample.form(response).withArray("/extension").remove(0);
        assertThat(failures()).isEmpty();
    }

    @Test
    void areMisformattedWhereNoLibraryIsKnown() {
        assertThat(new FormExpressions(new Scratch()).failures(KitExample.forms(response), true))
                .containsExactly("Expression in questionnaire misformatted.");
    }

    @Test
    void endWithTheLibrariesForgotten() {
        Scratch scratch = KitExample.scratchOf(response);
        new FormExpressions(scratch).failures(KitExample.forms(response), false);
        assertThat(scratch.libraryNames()).isNotEmpty();
        new FormExpressions(scratch).failures(KitExample.forms(response), true);
        assertThat(scratch.libraryNames()).isEmpty();
    }

    @Test
    void thatMakeTheKitStumbleLeaveTheLibrariesRemembered() {
        KitExample.addExpression(drug, SDC + "enableWhenExpression", "text/fhirpath");
        Scratch scratch = KitExample.scratchOf(response);
        new FormExpressions(scratch).failures(KitExample.forms(response), true);
        assertThat(scratch.libraryNames()).isNotEmpty();
    }

    private List<String> failures() {
        return failures(response);
    }

    private static List<String> failures(ObjectNode response) {
        return new FormExpressions(KitExample.scratchOf(response)).failures(KitExample.forms(response), true);
    }
}
