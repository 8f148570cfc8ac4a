package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.inferno.Example.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestFieldsTest {

    @Test
    void findsNothingWrongWithARightCall() {
        assertThat(RequestFields.requiredErrors(Example.request(), "order-sign"))
                .isEmpty();
        assertThat(RequestFields.optionalErrors(Example.request())).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("another hook", call -> call.put("hook", "order-select")),
                fault("no context", call -> call.remove("context")),
                fault("a context that is none", call -> call.put("context", "x")),
                fault("no UUID", call -> call.put("hookInstance", "1")),
                fault("a token without server", call -> call.remove("fhirServer")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void findsAmongTheRequired(String what, Consumer<ObjectNode> how) {
        assertThat(RequestFields.requiredErrors(Example.spoilt(Example.request(), how), "order-sign"))
                .hasSize(1);
    }

    static Stream<Arguments> optionalFaults() {
        return Stream.of(
                fault("an empty prefetch", call -> call.putObject("prefetch")),
                fault("an empty extension", call -> call.putObject("extension")),
                fault("a server that is a number", call -> call.put("fhirServer", 1)),
                fault("no scope", call -> object(call, "/fhirAuthorization").remove("scope")),
                fault(
                        "a word as lifetime",
                        call -> object(call, "/fhirAuthorization").put("expires_in", "long")),
                fault(
                        "a blank patient",
                        call -> object(call, "/fhirAuthorization").put("patient", "")),
                fault(
                        "another type of token",
                        call -> object(call, "/fhirAuthorization").put("token_type", "MAC")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optionalFaults")
    void findsAmongTheOptional(String what, Consumer<ObjectNode> how) {
        assertThat(RequestFields.optionalErrors(Example.spoilt(Example.request(), how)))
                .isNotEmpty();
    }

    private static Arguments fault(String what, Consumer<ObjectNode> how) {
        return Arguments.of(what, how);
    }
}
