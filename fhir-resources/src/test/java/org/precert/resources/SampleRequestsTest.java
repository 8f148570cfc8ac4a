package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample request can be sent as it is: nothing in it leads nowhere. */
class SampleRequestsTest {

    static List<SampleRequest> requests() {
        return SampleRequest.all();
    }

    static List<SampleRequest> everyHook() {
        return SampleRequest.everyHook();
    }

    static List<SampleRequest> selections() {
        return SampleRequest.of("order-select");
    }

    @ParameterizedTest
    @MethodSource("everyHook")
    void theHookIsTheFolder(SampleRequest request) {
        assertThat(request.file().json().path("hook").asText())
                .isEqualTo(request.file().path().getParent().getFileName().toString());
    }

    @Test
    void everyRequestIsAnInstanceOfItsOwn() {
        assertThat(everyHook())
                .extracting(request -> UUID.fromString(
                        request.file().json().path("hookInstance").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void thePatientIsTheOneOfTheSameName(SampleRequest request) {
        assertThat(request.context("patientId").asText()).isEqualTo(request.name());
        assertThat(request.orders())
                .isNotEmpty()
                .allMatch(order -> order.at("/subject/reference").asText().equals("Patient/" + request.name()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theChartSaysTheSame(SampleRequest request) {
        assertThat(request.known())
                .containsAll(SampleRequest.resourcesOf(
                                SampleRequest.chart(request.name()).json())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyReferenceIsKnown(SampleRequest request) {
        assertThat(request.orders())
                .flatExtracting(order -> order.findValuesAsText("reference"))
                .filteredOn(reference -> !reference.startsWith("#"))
                .isSubsetOf(request.knownReferences());
        assertThat(request.coverages())
                .isNotEmpty()
                .flatExtracting(coverage -> coverage.findValuesAsText("reference"))
                .isSubsetOf(request.knownReferences());
    }

    @ParameterizedTest
    @MethodSource("selections")
    void whatIsSelectedIsAmongTheDraftOrders(SampleRequest request) {
        assertThat(request.context("selections"))
                .isNotEmpty()
                .allMatch(selection ->
                        request.orders().stream().map(SampleRequest::reference).anyMatch(selection.asText()::equals));
    }
}
