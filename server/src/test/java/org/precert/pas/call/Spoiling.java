package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.UnaryOperator;
import org.precert.review.InvalidRequest;

/** What becomes of the good request when it is spoilt in one way. */
record Spoiling(List<PasVersion> versions, UnaryOperator<Draft> spoil) {

    static Spoiling spoilt(UnaryOperator<Draft> spoil) {
        return new Spoiling(List.of(PasVersion.values()), spoil);
    }

    static Spoiling spoilt(PasVersion version, UnaryOperator<Draft> spoil) {
        return new Spoiling(List.of(version), spoil);
    }

    /** A strict door refuses it there, a lenient one warns of the same place. */
    void isWrongAt(String path) {
        for (PasVersion version : versions) {
            assertThat(refusal(version, false).path()).as(version.code()).isEqualTo(path);
            assertThat(spoil.apply(Draft.good()).read(version, true).warnings())
                    .as(version.code())
                    .extracting(Warning::path)
                    .contains(path);
        }
    }

    /** Every door refuses it there. */
    void isRefusedAt(String path) {
        for (PasVersion version : versions) {
            assertThat(refusal(version, false).path()).as(version.code()).isEqualTo(path);
            assertThat(refusal(version, true).path()).as(version.code()).isEqualTo(path);
        }
    }

    /** Every door takes it. */
    void isTaken() {
        for (PasVersion version : versions) {
            assertThat(spoil.apply(Draft.good()).read(version, false).problems())
                    .isEmpty();
            assertThat(spoil.apply(Draft.good()).read(version, true).problems()).isEmpty();
        }
    }

    private InvalidRequest refusal(PasVersion version, boolean lenient) {
        InvalidRequest refusal = catchThrowableOfType(
                InvalidRequest.class, () -> spoil.apply(Draft.good()).read(version, lenient));
        assertThat(refusal).as(version.code()).isNotNull();
        assertThat(refusal.kind()).isEqualTo(InvalidRequest.Kind.MALFORMED);
        return refusal;
    }
}
