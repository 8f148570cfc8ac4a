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
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";

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
                .flatExtracting(each -> identifiers(each, NPI))
                .hasSize(2)
                .allMatch(SamplePeopleTest::checks);
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

    /** The Luhn sum over the identifier behind 80840, the prefix of health care in the United States. */
    private static boolean checks(String identifier) {
        String digits = new StringBuilder("80840" + identifier).reverse().toString();
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }
}
