package org.precert.desk;

import java.util.Optional;
import org.precert.cases.DenialReason;
import org.precert.cases.Person;

/** Why a person may not do something, in words; empty where they may. The case itself guards what is said here, and more. */
record Rights(Person person) {

    Optional<String> approve() {
        return unless(!person.credential().isBlank(), "A decision needs a reviewer with credentials");
    }

    /** Less than was asked for is a denial in part. */
    Optional<String> modify() {
        return unless(
                person.physician() && !person.credential().isBlank(),
                "To grant less than was asked for is to deny the rest: it needs a physician or another clinician with the"
                        + " credentials (42 CFR 422.566(d))");
    }

    Optional<String> deny(DenialReason reason) {
        return approve()
                .or(() -> unless(
                        person.mayDeny(reason),
                        "A denial for this reason needs a physician or another clinician with the credentials"
                                + " (42 CFR 422.566(d))"));
    }

    private static Optional<String> unless(boolean allowed, String why) {
        return allowed ? Optional.empty() : Optional.of(why);
    }
}
