package org.precert.sight;

import java.util.Set;

/** Where a path leads, by its first part; of what nobody made here it tells nothing, for that is the caller's word. */
public final class Area {

    /** Where a path leads nowhere. */
    public static final String OTHER = "other";

    private static final Set<String> KNOWN = Set.of(
            "actuator",
            "admin",
            "audit",
            "cds-services",
            "dtr",
            "fhir",
            "metrics",
            "oauth",
            "pas",
            "patient-access",
            "policies",
            "review-desk",
            "reviews",
            "sign-in",
            "sign-out");

    private Area() {}

    /** @return one of our own words, whatever was asked for */
    public static String of(String path) {
        String[] parts = path.split("/", 3);
        String first = parts.length > 1 ? parts[1] : "";
        return KNOWN.contains(first) ? first : OTHER;
    }
}
