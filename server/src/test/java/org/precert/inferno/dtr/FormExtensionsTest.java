package org.precert.inferno.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormExtensionsTest {

    private static final String VARIABLE = "http://hl7.org/fhir/StructureDefinition/variable";
    private static final String POPULATION =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemPopulationContext";

    private final ObjectNode response = KitExample.standard();
    private final ObjectNode form = KitExample.form(response);

    @Test
    void showHowAFormIsPrefilled() {
        assertThat(failures()).isEmpty();
    }

    @Test
    void areMissed() {
        form.remove("extension");
        assertThat(failures()).singleElement().asString().startsWith("No extensions found.");
    }

    @Test
    void oneKindIsEnough() {
        form.withArray("/extension").remove(0);
        assertThat(failures()).isEmpty();
    }

    @Test
    void mayNotNameALibraryThatIsNotThere() {
        KitExample.entries(response).remove(2);
        assertThat(failures()).singleElement().asString().contains("were not found", "InfusionPrepopulation");
    }

    @Test
    void mayNotNameTheVersionOfALibrary() {
        ((ObjectNode) form.at("/extension/0"))
                .put("valueCanonical", "https://payer.example/fhir/Library/InfusionPrepopulation|1.0.0");
        assertThat(failures()).singleElement().asString().contains("InfusionPrepopulation|1.0.0");
    }

    @Test
    void inAnotherLanguageAreFound() {
        KitExample.addExpression(form, VARIABLE, "text/cql");
        assertThat(failures()).isEmpty();
        KitExample.addExpression(form, VARIABLE, "text/fhirpath");
        assertThat(failures()).containsExactly("Variable expression logic not written in CQL.");
    }

    @Test
    void inTheLanguageOfIdentifiersAreFound() {
        KitExample.addExpression(form, POPULATION, "text/cql-identifier");
        assertThat(failures()).containsExactly("Population context expression logic not written in CQL.");
    }

    @Test
    void areMisformattedWhereNoLibraryIsKnown() {
        assertThat(new FormExtensions(new Scratch()).failures(KitExample.forms(response)))
                .containsExactly("Expression in questionnaire misformatted.");
    }

    @Test
    void needAForm() {
        assertThat(new FormExtensions(new Scratch()).failures(List.of())).containsExactly("No questionnaires found.");
    }

    @Test
    void ofALaterAnswerLeanOnTheLibrariesOfThePackage() {
        Scratch scratch = KitExample.scratchOf(response);
        ObjectNode contained = form.deepCopy();
        ((ObjectNode) contained.at("/extension/0")).put("valueCanonical", "https://payer.example/fhir/Library/Other");
        assertThat(new FormExtensions(scratch).failures(List.of(form))).isEmpty();
        assertThat(new FormExtensions(scratch).failures(List.of(contained))).hasSize(1);
    }

    private List<String> failures() {
        return new FormExtensions(KitExample.scratchOf(response)).failures(KitExample.forms(response));
    }
}
