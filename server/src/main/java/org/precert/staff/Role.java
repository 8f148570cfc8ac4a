package org.precert.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody of the staff is there for. {@link StaffRoutes} says what each may do. */
public enum Role {
    /** Works at the review desk: sees cases, asks, approves. */
    REVIEWER(false),
    /** A reviewer who may also decide against care: a physician, or another clinician with the credentials. */
    MEDICAL_DIRECTOR(false),
    /** Reads the record of what was done, and nothing else. */
    AUDITOR(true),
    /** Registers clients and ends sessions, and nothing else. */
    ADMINISTRATOR(true);

    private final boolean ofAllPayers;

    Role(boolean ofAllPayers) {
        this.ofAllPayers = ofAllPayers;
    }

    /** Whether it shows or changes what is of all payers together: nobody who works for some of them alone has it. */
    public boolean isOfAllPayers() {
        return ofAllPayers;
    }

    /** As it is written in settings: medical-director. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
