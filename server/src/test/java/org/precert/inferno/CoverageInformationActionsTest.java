package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.inferno.Example.array;
import static org.precert.inferno.Example.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageInformationActionsTest {

    @Test
    void findsNothingWrongWithARightAction() {
        assertThat(errors(Example.answer())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "order-sign, ServiceRequest, 1",
        "order-sign, CommunicationRequest, 0",
        "appointment-book, ServiceRequest, 0",
        "appointment-book, Appointment, 1",
        "encounter-start, Encounter, 1"
    })
    void countsResourcesThatTheHookIsAbout(String hook, String type, int count) {
        ObjectNode answer = Example.answer();
        object(answer, "/systemActions/0/resource").put("resourceType", type);
        assertThat(CoverageInformationActions.among(hook, actions(answer))).hasSize(count);
    }

    @Test
    void countsNoResourceWithoutTheExtension() {
        ObjectNode answer = Example.answer();
        object(answer, "/systemActions/0/resource").putArray("extension");
        assertThat(CoverageInformationActions.among("order-sign", actions(answer)))
                .isEmpty();
    }

    @Test
    void findsAnActionThatIsNoUpdate() {
        ObjectNode answer = Example.answer();
        object(answer, "/systemActions/0").put("type", "create");
        assertThat(errors(answer)).hasSize(1);
    }

    @Test
    void holdsTheOrderAgainstItsProfile() {
        assertThat(CoverageInformationActions.errors(actions(Example.answer()), order -> List.of("Not conformant")))
                .containsExactly("Not conformant");
    }

    @ParameterizedTest
    @CsvSource({
        "Coverage/1, a1, 0",
        "Coverage/1, a2, 1",
        "Coverage/2, a2, 0",
        "Coverage/2, a1, 1",
    })
    void comparesAssertionIds(String coverage, String assertion, int errors) {
        ObjectNode answer = Example.answer();
        repetition(answer, coverage, assertion);
        assertThat(errors(answer)).hasSize(errors);
    }

    @ParameterizedTest
    @CsvSource({
        "Coverage/1, a1, p1, 0",
        "Coverage/1, a1, p2, 1",
        "Coverage/2, a2, p2, 0",
        "Coverage/2, a2, p1, 1",
    })
    void comparesAuthorizationIds(String coverage, String assertion, String authorization, int errors) {
        ObjectNode answer = Example.answer();
        authorized(repetition(answer, coverage, assertion), authorization);
        authorized(object(answer, "/systemActions/0/resource/extension/0"), "p1");
        assertThat(errors(answer)).hasSize(errors);
    }

    private static ObjectNode repetition(ObjectNode answer, String coverage, String assertion) {
        ObjectNode extension =
                object(answer, "/systemActions/0/resource/extension/0").deepCopy();
        object(extension, "/extension/0/valueReference").put("reference", coverage);
        object(extension, "/extension/1").put("valueString", assertion);
        array(answer, "/systemActions/0/resource/extension").add(extension);
        return extension;
    }

    private static void authorized(ObjectNode extension, String authorization) {
        array(extension, "/extension").addObject().put("url", "satisfied-pa-id").put("valueString", authorization);
    }

    private static List<String> errors(ObjectNode answer) {
        return CoverageInformationActions.errors(actions(answer), Profiles.UNCHECKED);
    }

    private static List<JsonNode> actions(ObjectNode answer) {
        return Example.list(answer.path("systemActions"));
    }
}
