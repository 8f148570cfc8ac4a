package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.precert.conformance.ProfileValidator;

/** The calls that we replay are such as the kit takes from a tester. */
class HookBodiesTest {

    private static final String SAMPLE = "bcbsks-investigational-pain";

    @ParameterizedTest
    @FieldSource("org.precert.inferno.HookBodies#HOOKS")
    void haveTheirFields(String hook) {
        ObjectNode body = HookBodies.of(hook, SAMPLE);
        assertThat(RequestFields.requiredErrors(body, hook)).isEmpty();
        assertThat(RequestFields.optionalErrors(body)).isEmpty();
        assertThat(RequestContext.errors(hook, body.path("context"), Profiles.UNCHECKED))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("org.precert.inferno.HookBodies#HOOKS")
    void keepToTheProfiles(String hook) {
        assumeTrue(
                ProfileValidator.stu2().isAvailable(), ProfileValidator.stu2().whyNot());
        ObjectNode body = HookBodies.of(hook, SAMPLE);
        assertThat(RequestContext.errors(hook, body.path("context"), new Crd201Profiles()))
                .isEmpty();
        if (body.path("prefetch").has("encounter")) {
            assertThat(new Crd201Profiles().errors(body.path("prefetch").path("encounter")))
                    .isEmpty();
        }
    }
}
