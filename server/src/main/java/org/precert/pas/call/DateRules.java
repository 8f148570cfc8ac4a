package org.precert.pas.call;

import java.util.List;

/** Where the profiles want whole days (FullDateRule), and where any FHIR date will do. */
final class DateRules {

    private static final String FULL = "This is not a full date (FullDateRule)";
    private static final String DATE = "This is not a date";

    private DateRules() {}

    /** profile-claim-base: whole days in 2.2.1; 2.0.1 leaves FHIR's dates, of which a month or a year is one. */
    static void serviced(Spot item, PasVersion version, Findings findings) {
        days(item, "serviced", version == PasVersion.STU_2_2, findings);
    }

    /** profile-claim-base, in both versions: event, admission and discharge. */
    static void timing(Spot info, Findings findings) {
        days(info, "timing", true, findings);
    }

    /** profile-beneficiary, profile-subscriber, in both versions. */
    static void birth(Spot patient, Findings findings) {
        day(patient.at("birthDate"), true, findings);
    }

    /** A date or a period, of any precision. */
    static void days(Spot parent, String name, Findings findings) {
        days(parent, name, false, findings);
    }

    /** A period, of any precision. */
    static void period(Spot period, Findings findings) {
        period(period, false, findings);
    }

    private static void days(Spot parent, String name, boolean full, Findings findings) {
        day(parent.at(name + "Date"), full, findings);
        period(parent.at(name + "Period"), full, findings);
    }

    private static void period(Spot period, boolean full, Findings findings) {
        for (String end : List.of("start", "end")) {
            day(period.at(end), full, findings);
        }
    }

    private static void day(Spot spot, boolean full, Findings findings) {
        if (!spot.isThere()) {
            return;
        }
        if (WrittenDays.first(spot.text()).isEmpty()) {
            findings.wrong(spot, DATE);
        } else if (full && !WrittenDays.isFullDate(spot.text())) {
            findings.wrong(spot, FULL);
        }
    }
}
