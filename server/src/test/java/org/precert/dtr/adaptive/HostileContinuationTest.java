package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.dtr.adaptive.HostileContinuations.GOOD;
import static org.precert.dtr.adaptive.HostileContinuations.TOKEN;
import static org.precert.dtr.adaptive.TestContinuation.FORM;
import static org.precert.dtr.adaptive.TestContinuation.NOW;
import static org.precert.dtr.adaptive.TestContinuation.OLD;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.dtr.adaptive.Continuation.FormVersion;
import org.precert.dtr.adaptive.Opened.Reason;
import org.precert.dtr.adaptive.Opened.Refused;

/** Tokens that are not good: each is refused for its reason, and none by an exception. */
class HostileContinuationTest {

    static Stream<Arguments> tokens() {
        return HostileContinuations.all();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("tokens")
    void isRefused(String name, String token, Reason reason) {
        assertThat(TOKEN.open(token, "springfield", FORM, NOW)).isEqualTo(new Refused(reason));
    }

    @Test
    void isRefusedToAnotherClientOrForAnotherForm() {
        assertThat(TOKEN.open(GOOD, "shelbyville", FORM, NOW)).isEqualTo(new Refused(Reason.OTHER_CLIENT));
        assertThat(TOKEN.open(GOOD, "", FORM, NOW)).isEqualTo(new Refused(Reason.OTHER_CLIENT));
        assertThat(TOKEN.open(GOOD, "springfield", new FormVersion("x", FORM.version()), NOW))
                .isEqualTo(new Refused(Reason.OTHER_FORM));
        assertThat(TOKEN.open(GOOD, "springfield", new FormVersion(FORM.id(), "x"), NOW))
                .isEqualTo(new Refused(Reason.OTHER_VERSION));
    }

    @Test
    void isRefusedAfterItsKeyWasTakenAway() {
        ContinuationToken later = new ContinuationToken(List.of(OLD));
        assertThat(later.open(GOOD, "springfield", FORM, NOW)).isEqualTo(new Refused(Reason.FOREIGN));
    }

    @Test
    void noCharacterCanBeChanged() {
        Random random = new Random(7);
        for (int i = 0; i < GOOD.length(); i++) {
            char other = "ABCDEFGHabcdefgh0123-_.={\u00e9".charAt(random.nextInt(26));
            String changed = GOOD.substring(0, i) + other + GOOD.substring(i + 1);
            if (!changed.equals(GOOD)) {
                assertThat(TOKEN.open(changed, "springfield", FORM, NOW))
                        .as("at " + i)
                        .isInstanceOf(Refused.class);
            }
        }
    }

    @Test
    void noStartOfItOpens() {
        for (int i = 0; i < GOOD.length(); i++) {
            assertThat(TOKEN.open(GOOD.substring(0, i), "springfield", FORM, NOW))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void thereAreFortyNamedOnesAtLeast() {
        assertThat(tokens().map(each -> each.get()[0]).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }
}
