package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.clients.Scope.Act;

class ScopeTest {

    @ParameterizedTest
    @CsvSource({
        "system/Claim.c, system/Claim.c",
        "system/Claim.read, system/Claim.rs",
        "system/Claim.write, system/Claim.cud",
        "system/Claim.*, system/Claim.cruds",
        "system/*.*, system/*.cruds",
        "system/*.rs, system/*.rs",
        "system/ExplanationOfBenefit.rs, system/ExplanationOfBenefit.rs"
    })
    void isReadAsEitherVersionOfSmartWritesIt(String text, String meant) {
        assertThat(Scope.of(text).map(Scope::text)).contains(meant);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "openid",
                "fhirUser",
                "launch/patient",
                "offline_access",
                "patient/Claim.read",
                "user/Claim.cruds",
                "system/Claim",
                "system/Claim.",
                "system/.read",
                "system/Claim.rc",
                "system/Claim.cc",
                "system/Claim.x",
                "system/Claim.READ",
                "system/claim.read",
                "SYSTEM/Claim.read",
                "system/Claim.read ",
                "system/Claim.rs?_id=1",
                "system/Claim/1.r",
                "system/**.read",
                "system/*Claim.read",
                "system/Cla*.read",
                "system/Claim.read|write",
                "system/Claim.r\nsystem/Patient.r",
                "system/Claim%20.r",
                "system//Claim.r"
            })
    void isNothingElse(String text) {
        assertThat(Scope.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "system/*.*, system/Claim.cr, system/Claim.cr",
        "system/Claim.cruds, system/Claim.cr, system/Claim.cr",
        "system/Claim.read, system/Claim.cr, system/Claim.r",
        "system/Claim.write, system/Claim.cr, system/Claim.c",
        "system/Claim.cr, system/*.rs, system/Claim.r",
        "system/Claim.cr, system/Claim.ds, ''",
        "system/Patient.cruds, system/Claim.cruds, ''",
        "system/Patient.r system/Claim.r, system/Claim.cr system/Subscription.cruds, system/Claim.r",
        "system/*.r, system/*.rs system/Claim.c, system/*.r",
        "openid system/Claim.r, system/Claim.r, system/Claim.r",
        "'', system/*.cruds, ''"
    })
    void isGrantedAsFarAsItIsRegistered(String asked, String registered, String granted) {
        assertThat(Scopes.asked(asked).and(Scopes.asked(registered)).text()).isEqualTo(granted);
        assertThat(Scopes.asked(registered).and(Scopes.asked(asked)).text()).isEqualTo(granted);
    }

    @Test
    void allowsWhatItSaysAndNothingElse() {
        Scopes scopes = Scopes.asked("system/Claim.cr system/*.s");
        assertThat(scopes.allows("Claim", Act.CREATE)).isTrue();
        assertThat(scopes.allows("Claim", Act.UPDATE)).isFalse();
        assertThat(scopes.allows("Patient", Act.SEARCH)).isTrue();
        assertThat(scopes.allows("Patient", Act.READ)).isFalse();
        assertThat(scopes.allows("*", Act.READ)).isFalse();
        assertThat(Scopes.NONE.allows("Claim", Act.READ)).isFalse();
    }
}
