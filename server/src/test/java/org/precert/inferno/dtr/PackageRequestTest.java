package org.precert.inferno.dtr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.DtrProfiles;

class PackageRequestTest {

    static Stream<String> payers() {
        return PackageRequest.SAMPLES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("payers")
    void isSuchAsTheGuideLetsAnEhrSend(String payer) {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
        assertThat(DtrProfiles.check(PackageRequest.of(payer).parameters(), DtrProfiles.PACKAGE_INPUT))
                .isEmpty();
    }
}
