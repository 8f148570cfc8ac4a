package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.conformance.ProfileValidator;

class Crd201ProfilesTest {

    private final ObjectNode appointment = (ObjectNode) HookBodies.of("appointment-book", "bcbsks-investigational-pain")
            .at("/context/appointments/entry/0/resource");

    @BeforeEach
    void needsThePackages() {
        assumeTrue(
                ProfileValidator.stu2().isAvailable(), ProfileValidator.stu2().whyNot());
    }

    @Test
    void findsWhatIsMissing() {
        appointment.remove("start");
        assertThat(new Crd201Profiles().errors(appointment)).anyMatch(error -> error.contains("Appointment.start"));
    }

    @Test
    void letsAppointmentsHaveTheExtensionThatTheGuideForgotToAllow() {
        ObjectNode extension = appointment.putArray("extension").addObject();
        extension.put("url", ResponseTypes.COVERAGE_INFORMATION);
        extension.putArray("extension").addObject().put("url", "covered").put("valueCode", "denied");
        assertThat(new Crd201Profiles().errors(appointment))
                .anyMatch(error -> error.contains("'denied'"))
                .noneMatch(error -> error.contains("not allowed to be used at this point"));
    }

    @Test
    void holdsEachTypeAgainstItsOwnProfile() {
        assertThat(new Crd201Profiles().errors(Example.json("{\"resourceType\": \"Task\", \"id\": \"1\"}")))
                .anyMatch(error -> error.contains("Task.input"));
        assertThat(new Crd201Profiles().errors(Example.json("{\"resourceType\": \"Basic\", \"id\": \"1\"}")))
                .anyMatch(error -> error.contains("Basic.code"));
    }
}
