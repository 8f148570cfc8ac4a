package org.precert.clocks;

import java.util.Locale;

/** What is asked for. The law has a clock for drugs and another for items and services (CMS-0057-F leaves drugs out). */
public enum Subject {
    DRUG,
    SERVICE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
