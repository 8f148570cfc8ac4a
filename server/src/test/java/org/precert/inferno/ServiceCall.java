package org.precert.inferno;

import java.util.List;

/** crd_service_call_test: every answer is 200 and JSON. */
final class ServiceCall {

    static final String ID = "crd_service_call_test";

    private ServiceCall() {}

    static List<String> errors(List<Exchange> exchanges) {
        Errors errors = new Errors();
        for (Exchange exchange : exchanges) {
            if (exchange.status() != 200) {
                errors.add("Unexpected response status: expected 200, but received " + exchange.status() + " "
                        + exchange.body());
            } else if (exchange.answer().isEmpty()) {
                errors.add("Invalid JSON: " + exchange.body());
            }
        }
        return errors.messages();
    }
}
