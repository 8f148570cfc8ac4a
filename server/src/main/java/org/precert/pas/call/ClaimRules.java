package org.precert.pas.call;

import java.util.List;
import java.util.stream.Stream;

/** Rules of the head of a Claim (profile-claim-base; spec/pas.md, 2.2). */
final class ClaimRules {

    private static final int MOST_IDENTIFIERS = 2;
    private static final String ABSENT = "This is needed";

    /** ValueSet ClaimTypes of 2.2.1. */
    private static final List<String> TYPES = List.of("institutional", "professional", "oral");

    private ClaimRules() {}

    /** What submissions and inquiries share. */
    static void check(Spot claim, PasVersion version, Findings findings) {
        status(claim, findings);
        use(claim, findings);
        Stream.of("created", "priority").forEach(field -> needed(claim.at(field), findings));
        type(claim.at("type"), version, findings);
        Stream.of("patient", "insurer", "provider").forEach(field -> party(claim.at(field), findings));
        insurance(claim, findings);
        careTeam(claim, findings);
    }

    /** What a submission needs beyond that. */
    static void submitted(Spot claim, Findings findings) {
        identifiers(claim, findings);
        claim.extension(Pas.CERTIFICATION_TYPE).ifPresent(each -> ItemRules.certification(each, findings));
        diagnoses(claim, findings);
        urgency(claim, findings);
    }

    /** Active, also to cancel (PAS 2.2.1, 2.3); another status says something else. */
    private static void status(Spot claim, Findings findings) {
        Spot status = claim.at("status");
        if (!status.isThere()) {
            findings.wrong(status, ABSENT);
        } else if (!status.text().equals("active")) {
            findings.refuse(status, "The status of the Claim is not active");
        }
    }

    /** Of a Claim for payment, or for an estimate, no authorization can be made. */
    private static void use(Spot claim, Findings findings) {
        Spot use = claim.at("use");
        if (!use.isThere()) {
            findings.wrong(use, ABSENT);
        } else if (!use.text().equals("preauthorization")) {
            findings.refuse(use, "The use of the Claim is not preauthorization");
        }
    }

    /** Any code in 2.0.1; one of three in 2.2.1. */
    private static void type(Spot type, PasVersion version, Findings findings) {
        if (!type.isThere()) {
            findings.wrong(type, ABSENT);
        } else if (version == PasVersion.STU_2_2
                && TYPES.stream().noneMatch(code -> type.coded(Pas.CLAIM_TYPES, code))) {
            findings.wrong(type, "The type of the Claim is not institutional, professional or oral");
        }
    }

    private static void party(Spot reference, Findings findings) {
        if (!reference.at("reference").isThere() && !reference.at("identifier").isThere()) {
            findings.wrong(reference, "Nobody is named here");
        }
    }

    /** FHIR R4: sequence, focal and coverage 1..1; profile-claim-base: focal is true. */
    private static void insurance(Spot claim, Findings findings) {
        List<Spot> insurances = claim.each("insurance");
        if (insurances.isEmpty()) {
            findings.wrong(claim.at("insurance"), "No insurance is named");
        }
        for (Spot insurance : insurances) {
            if (insurance.at("sequence").positive().isEmpty()) {
                findings.wrong(insurance.at("sequence"), "This is not a positive number");
            }
            if (!insurance.at("focal").is(true)) {
                findings.wrong(insurance.at("focal"), "The insurance is not marked as focal");
            }
            party(insurance.at("coverage"), findings);
        }
    }

    /** extension-careTeamClaimScope 1..1, in both versions. */
    private static void careTeam(Spot claim, Findings findings) {
        for (Spot member : claim.each("careTeam")) {
            List<Spot> scopes = member.extensions(Pas.CARE_TEAM_SCOPE);
            if (scopes.size() != 1 || !scopes.get(0).value().node().isBoolean()) {
                findings.wrong(member.at("extension"), "A member of the care team has no scope (careTeamClaimScope)");
            }
            if (member.at("sequence").positive().isEmpty()) {
                findings.wrong(member.at("sequence"), "This is not a positive number");
            }
            party(member.at("provider"), findings);
        }
    }

    /** 1..1 in 2.0.1, 1..2 in 2.2.1; more of them can be kept, so nobody is refused for the second one. */
    private static void identifiers(Spot claim, Findings findings) {
        List<Spot> identifiers = claim.each("identifier");
        if (Numbers.identifiers(claim).isEmpty()) {
            findings.wrong(claim.at("identifier"), "The Claim has no identifier");
        } else if (identifiers.size() > MOST_IDENTIFIERS) {
            findings.wrong(claim.at("identifier"), "The Claim has more than two identifiers");
        }
    }

    /** profile-claim-base: diagnosis[x] is a CodeableConcept; FHIR R4: sequence 1..1. */
    private static void diagnoses(Spot claim, Findings findings) {
        for (Spot diagnosis : claim.each("diagnosis")) {
            if (diagnosis.at("sequence").positive().isEmpty()) {
                findings.wrong(diagnosis.at("sequence"), "This is not a positive number");
            }
            if (!diagnosis.at("diagnosisCodeableConcept").isThere()) {
                findings.wrong(diagnosis.at("diagnosisCodeableConcept"), "A diagnosis has no code");
            }
        }
    }

    /** What ImmediateLevelOfCare of 2.2.1 means and, as published, never finds; so it is told and refuses nothing. */
    private static void urgency(Spot claim, Findings findings) {
        if (Purposes.of(claim) == Purpose.APPEAL_EXPEDITED
                && claim.extension(Pas.LEVEL_OF_SERVICE).isEmpty()) {
            findings.note(claim.at("extension"), "An immediate appeal says nothing of the level of service");
        }
    }

    private static void needed(Spot spot, Findings findings) {
        if (!spot.isThere()) {
            findings.wrong(spot, ABSENT);
        }
    }
}
