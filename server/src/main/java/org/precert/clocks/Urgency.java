package org.precert.clocks;

import java.util.Locale;

/** How soon the patient needs the answer, as the requester says. */
public enum Urgency {
    STANDARD,
    EXPEDITED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
