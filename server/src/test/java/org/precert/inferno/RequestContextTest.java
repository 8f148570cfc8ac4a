package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestContextTest {

    private static final String ORDERS =
            "'draftOrders': {'resourceType': 'Bundle', 'entry': [{'resource': {'resourceType': 'ServiceRequest', 'id': '1'}}]}";
    private static final String APPOINTMENTS =
            "'appointments': {'resourceType': 'Bundle', 'entry': [{'resource': {'resourceType': 'Appointment', 'id': '1', 'status': 'proposed'}}]}";
    private static final String WHO = "'userId': 'Practitioner/1', 'patientId': '1'";
    private static final String DISPATCH =
            "'patientId': '1', 'order': 'ServiceRequest/1', 'performer': 'Organization/1'";

    @Test
    void findsNothingWrongWithRightContexts() {
        assertThat(errors("order-sign", WHO + "," + ORDERS)).isEmpty();
        assertThat(errors("order-select", WHO + ",'selections': ['ServiceRequest/1']," + ORDERS))
                .isEmpty();
        assertThat(errors("order-dispatch", DISPATCH)).isEmpty();
        assertThat(errors("appointment-book", WHO.replace("Practitioner", "Patient") + "," + APPOINTMENTS))
                .isEmpty();
        assertThat(errors("encounter-start", WHO + ",'encounterId': '1'")).isEmpty();
        assertThat(errors("encounter-discharge", WHO + ",'encounterId': '1'")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"order-sign", "order-select", "order-dispatch", "appointment-book", "encounter-start"})
    void findsAnEmptyContext(String hook) {
        assertThat(errors(hook, "'more': 1")).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Practitioner/1, 1",
                "'userId': 'Practitioner/1', 'userId': 'Device/1'",
                "'patientId': '1', 'patientId': 'Patient/1'",
                "'resourceType': 'Bundle', 'resourceType': 'List'",
                "'id': '1', 'id': ''",
                "'resourceType': 'ServiceRequest', 'resourceType': 'CommunicationRequest'"
            })
    void findsInOrderSign(String right, String wrong) {
        String context = WHO + "," + ORDERS;
        assertThat(context).contains(right);
        assertThat(errors("order-sign", context.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void findsASelectionThatIsNoDraft() {
        assertThat(errors("order-select", WHO + ",'selections': ['ServiceRequest/2']," + ORDERS))
                .singleElement()
                .asString()
                .contains("is not in `draftOrders`");
    }

    @Test
    void findsAnAppointmentThatIsNotProposed() {
        assertThat(errors("appointment-book", WHO + "," + APPOINTMENTS.replace("proposed", "booked")))
                .hasSize(1);
    }

    @Test
    void findsTheNamesOfLaterVersions() {
        assertThat(errors(
                        "order-dispatch", DISPATCH.replace("'order': 'ServiceRequest/1'", "'dispatchedOrders': ['x']")))
                .hasSize(1);
    }

    @Test
    void findsADispatchOfSomethingElse() {
        assertThat(errors("order-dispatch", DISPATCH.replace("ServiceRequest/1", "Claim/1")))
                .hasSize(1);
        assertThat(errors("order-dispatch", DISPATCH + ",'task': {'resourceType': 'Claim'}"))
                .hasSize(1);
    }

    @Test
    void holdsTheOrdersAgainstTheirProfiles() {
        ObjectNode context = Example.json(("{" + WHO + "," + ORDERS + "}").replace('\'', '"'));
        assertThat(RequestContext.errors("order-sign", context, order -> List.of("Not conformant")))
                .containsExactly("Not conformant");
    }

    private static List<String> errors(String hook, String fields) {
        return RequestContext.errors(hook, Example.json("{" + fields.replace('\'', '"') + "}"), Profiles.UNCHECKED);
    }
}
