package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The organizations and people of the samples carry the identifiers that the server goes by. */
class SamplePeopleTest {

    private static final String PAYER = "https://precert.dev/fhir/sid/payer";

    @ParameterizedTest
    @ValueSource(strings = {"bcbsks", "bcbsri", "premera", "medica", "excellus", "example"})
    void aPayerIsIdentifiedByItsKey(String key) {
        assertThat(organizations())
                .filteredOn(organization -> organization.id().equals(key))
                .singleElement()
                .satisfies(organization ->
                        assertThat(identifiers(organization, PAYER)).containsExactly(key));
    }

    @Test
    void theInventedPayerSaysSo() {
        assertThat(organizations())
                .filteredOn(organization -> organization.id().equals("example"))
                .allMatch(organization ->
                        organization.json().path("name").asText().contains("invented"));
    }

    @Test
    void everyProviderIdentifierHasItsCheckDigit() {
        assertThat(organizations())
                .flatExtracting(each -> identifiers(each, ProviderNumber.SYSTEM))
                .hasSize(2)
                .allMatch(ProviderNumber::checks);
    }

    private static List<FhirFile> organizations() {
        return FhirFile.under("samples/organizations");
    }

    private static List<String> identifiers(FhirFile file, String system) {
        Stream<JsonNode> all =
                StreamSupport.stream(file.json().path("identifier").spliterator(), false);
        return all.filter(identifier -> identifier.path("system").asText().equals(system))
                .map(identifier -> identifier.path("value").asText())
                .toList();
    }
}
