package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class FactsReaderTest {

    private static final String CONDITION = """
            { "resourceType": "Condition", "id": "pain",
              "code": { "coding": [{ "system": "urn:oid:2.16.840.1.113883.6.90", "code": "g9050" }] },
              "subject": { "reference": "https://ehr.example/fhir/Patient/p1" } }
            """;
    private static final UnaryOperator<String> SHORT = reference -> reference.replace("https://ehr.example/fhir/", "");

    private final FactsReader reader = new FactsReader(FhirContext.forR4Cached(), new CodeSystems(Terminology.all()));

    @Test
    void aCodeSystemIsSpelledOneWay() throws JsonProcessingException {
        assertThat(canonical(CONDITION).at("/code/coding/0/system").asText())
                .isEqualTo("http://hl7.org/fhir/sid/icd-10-cm");
    }

    @Test
    void aCodeIsSpelledOneWay() throws JsonProcessingException {
        assertThat(canonical(CONDITION).at("/code/coding/0/code").asText()).isEqualTo("G90.50");
    }

    @Test
    void aReferenceIsSpelledOneWay() throws JsonProcessingException {
        assertThat(canonical(CONDITION).at("/subject/reference").asText()).isEqualTo("Patient/p1");
    }

    @Test
    void whatCameInIsLeftAlone() throws JsonProcessingException {
        JsonNode sent = json(CONDITION);
        reader.canonical(List.of(sent), SHORT);
        assertThat(sent).isEqualTo(json(CONDITION));
    }

    @Test
    void aResourceIsFoundByItsReference() throws JsonProcessingException {
        assertThat(reader.read(List.of(json(CONDITION))).find("Condition/pain"))
                .map(Resource::fhirType)
                .contains("Condition");
    }

    @Test
    void ofTwoResourcesOfOneNameTheFirstCounts() throws JsonProcessingException {
        Facts facts =
                reader.read(List.of(json(CONDITION), json("{ \"resourceType\": \"Condition\", \"id\": \"pain\" }")));
        assertThat(facts.ofType("Condition"))
                .extracting(condition -> ((Condition) condition).hasCode())
                .containsExactly(true);
    }

    @Test
    void aReferenceToNothingFindsNothing() throws JsonProcessingException {
        assertThat(reader.read(List.of(json(CONDITION))).find("pain")).isEmpty();
    }

    @Test
    void aResourceThatIsNoFhirIsNamed() {
        assertThatThrownBy(() -> reader.read(List.of(unreadable())))
                .isInstanceOf(UnreadableResource.class)
                .hasMessageStartingWith("Condition/pain ");
    }

    @Test
    void aResourceThatIsNoFhirIsNotQuoted() {
        assertThatThrownBy(() -> reader.read(List.of(unreadable()))).message().doesNotContain("since the accident");
    }

    private static JsonNode unreadable() throws JsonProcessingException {
        return json("{ \"resourceType\": \"Condition\", \"id\": \"pain\", \"onsetDateTime\": \"since the accident\" }");
    }

    private JsonNode canonical(String resource) throws JsonProcessingException {
        return reader.canonical(List.of(json(resource)), SHORT).get(0);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
