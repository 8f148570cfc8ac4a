package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every FHIR resource of the module is valid R4. */
class FilesAreValidTest {

    static List<FhirFile> terminology() {
        return FhirFile.under("terminology");
    }

    static Stream<FhirFile> samples() {
        return FhirFile.under("samples").stream().filter(file -> !file.type().isEmpty());
    }

    /** What several requests carry, such as the payer, is looked at once. */
    static Stream<Named<JsonNode>> resourcesOfRequests() {
        Map<JsonNode, String> carriers = new LinkedHashMap<>();
        for (SampleRequest request : SampleRequest.all()) {
            carriers.putIfAbsent(request.draftOrders(), request.toString());
            request.prefetch().forEach(resource -> carriers.putIfAbsent(resource, request.toString()));
        }
        return carriers.entrySet().stream().map(each -> Named.of(each.getValue(), each.getKey()));
    }

    @ParameterizedTest
    @MethodSource
    void terminology(FhirFile file) {
        assertThat(CoreValidator.errors(file.json().toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void samples(FhirFile file) {
        assertThat(CoreValidator.errors(file.json().toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void resourcesOfRequests(JsonNode resource) {
        assertThat(CoreValidator.errors(resource.toString())).isEmpty();
    }

    @Test
    void aResourceThatIsNotValidWouldBeFound() {
        assertThat(CoreValidator.errors("{\"resourceType\": \"Coverage\", \"status\": \"paid\"}"))
                .anyMatch(error -> error.contains("Coverage.beneficiary"))
                .anyMatch(error -> error.contains("'paid'"));
    }
}
