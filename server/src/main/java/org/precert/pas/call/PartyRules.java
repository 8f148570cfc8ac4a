package org.precert.pas.call;

import java.util.Optional;
import java.util.Set;

/** Rules of those who are named: that they are what the profiles say, and that the member can be told. */
final class PartyRules {

    private static final String MEMBER = "MB";

    private PartyRules() {}

    static void check(RawBundle bundle, Parties parties, PasVersion version, Findings findings) {
        kinds(bundle, parties, findings);
        parties.patient().map(bundle::spot).ifPresent(patient -> DateRules.birth(patient, findings));
        if (version == PasVersion.STU_2_2) {
            parties.coverages().forEach(coverage -> memberId(bundle.spot(coverage), findings));
        }
    }

    /** profile-claim-base: patient, insurer, provider and insurance.coverage. */
    static void kinds(RawBundle bundle, Parties parties, Findings findings) {
        kind(bundle, parties.patient(), Set.of("Patient"), findings);
        kind(bundle, parties.insurer(), Set.of("Organization"), findings);
        kind(bundle, parties.provider(), Set.of("Organization", "PractitionerRole"), findings);
        parties.coverages().forEach(each -> kind(bundle, Optional.of(each), Set.of("Coverage"), findings));
    }

    private static void kind(RawBundle bundle, Optional<Entry> entry, Set<String> types, Findings findings) {
        entry.filter(each -> !types.contains(each.type()))
                .ifPresent(each -> findings.wrong(bundle.path(each), "A resource of this type can not stand here"));
    }

    /** profile-coverage of 2.2.1: identifier 1..*, slice memberid 1..1; its value is not needed for that. */
    private static void memberId(Spot coverage, Findings findings) {
        if (coverage.each("identifier").stream()
                .noneMatch(each -> each.at("type").coded(Pas.IDENTIFIER_TYPES, MEMBER))) {
            findings.wrong(coverage.at("identifier"), "A coverage has no member id (memberid)");
        }
    }
}
