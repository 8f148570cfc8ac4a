package org.precert.pas.call;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Rules of Claim.supportingInfo and of its slices (profile-claim-base, profile-claim; spec/pas.md, 2.2). */
final class SupportingInfoRules {

    private static final List<String> DATED = List.of("patientEvent", "admissionDates", "dischargeDates");

    private SupportingInfoRules() {}

    static void check(Spot claim, PasVersion version, Findings findings) {
        Set<Integer> seen = new HashSet<>();
        for (Spot info : claim.each("supportingInfo")) {
            OptionalInt sequence = info.at("sequence").positive();
            if (sequence.isEmpty()) {
                findings.wrong(info.at("sequence"), "This is not a positive number");
            } else if (!seen.add(sequence.getAsInt())) {
                findings.wrong(info.at("sequence"), "Two pieces of information have the same sequence (spec-22)");
            }
            if (!info.at("category").isThere()) {
                findings.wrong(info.at("category"), "A piece of information has no category");
            }
            slice(info, version, findings);
        }
    }

    private static void slice(Spot info, PasVersion version, Findings findings) {
        if (DATED.stream().anyMatch(code -> is(info, code))) {
            dated(info, findings);
        } else if (is(info, "additionalInformation")) {
            additional(info, version, findings);
        } else if (is(info, "freeFormMessage") && info.at("valueString").text().isBlank()) {
            findings.wrong(info.at("valueString"), "A message has no text");
        }
    }

    /** timing[x] 1..1, whole days. */
    private static void dated(Spot info, Findings findings) {
        if (!info.at("timingDate").isThere() && !info.at("timingPeriod").isThere()) {
            findings.wrong(info.at("timingDate"), "A date or a period is needed");
        }
        DateRules.timing(info, findings);
    }

    /** valueReference 1..1; what kind of document it is 1..1 since 2.2.1 (X12 275, PWK). */
    private static void additional(Spot info, PasVersion version, Findings findings) {
        if (!info.at("valueReference").isThere()) {
            findings.wrong(info.at("valueReference"), "Additional information is not pointed to (spec-20)");
        }
        if (version == PasVersion.STU_2_2
                && info.extension(Pas.DOCUMENT_INFORMATION).isEmpty()) {
            findings.wrong(info.at("extension"), "A document is not described (documentInformation)");
        }
    }

    private static boolean is(Spot info, String code) {
        return info.at("category").coded(Pas.TEMPORARY_CODES, code);
    }
}
