package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.terminology.ValueSetInfo;

class ValueSetsTest {

    private static final String PAIN = "urn:pain";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";

    private final ValueSets sets;

    ValueSetsTest() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        sets = new ValueSets(List.of(
                json.readTree("""
                        { "resourceType": "ValueSet", "url": "urn:pain", "compose": { "include": [
                          { "system": "http://hl7.org/fhir/sid/icd-10-cm",
                            "filter": [{ "property": "concept", "op": "is-a", "value": "G90.5" }] },
                          { "system": "http://hl7.org/fhir/sid/icd-10-cm", "concept": [{ "code": "M79.7" }] },
                          { "system": "http://snomed.info/sct", "concept": [{ "code": "82423001" }] } ] } }
                        """),
                json.readTree("""
                        { "resourceType": "ValueSet", "url": "urn:pain", "compose": { "include": [
                          { "system": "urn:own", "concept": [{ "code": "own-1" }] } ] },
                          "expansion": { "contains": [{ "system": "urn:own", "code": "own-2" }] } }
                        """),
                json.readTree("{ \"resourceType\": \"CodeSystem\", \"url\": \"urn:own\" }")));
    }

    @ParameterizedTest
    @CsvSource({"G90.5, true", "G90.50, true", "G90.511, true", "G90, false", "G90.4, false"})
    void aCategoryHoldsItselfAndWhatBeginsWithIt(String code, boolean in) {
        assertThat(holds(PAIN, ICD, code)).isEqualTo(in);
    }

    @Test
    void aCodeThatIsListedIsIn() {
        assertThat(holds(PAIN, ICD, "M79.7")).isTrue();
    }

    @Test
    void aListedCodeIsNoCategory() {
        assertThat(holds(PAIN, ICD, "M79.70")).isFalse();
    }

    @Test
    void theSameCodeOfAnotherSystemIsOut() {
        assertThat(holds(PAIN, ICD, "82423001")).isFalse();
    }

    @Test
    void aCodeWithoutASystemIsOut() {
        assertThat(sets.in(new Code().withCode("M79.7"), new ValueSetInfo().withId(PAIN)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"own-1", "own-2"})
    void aSecondFileOfTheCanonicalAddsToTheFirst(String code) {
        assertThat(holds(PAIN, "urn:own", code)).isTrue();
    }

    @Test
    void aSetThatIsNotLoadedIsAnErrorAndNeverEmpty() {
        assertThatThrownBy(() -> holds("urn:own", ICD, "M79.7"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("urn:own");
    }

    @Test
    void theCodesOfASetAreNotHandedOut() {
        assertThatThrownBy(() -> sets.expand(new ValueSetInfo().withId(PAIN))).hasMessageContaining(PAIN);
    }

    private boolean holds(String set, String system, String code) {
        return sets.in(new Code().withSystem(system).withCode(code), new ValueSetInfo().withId(set));
    }
}
