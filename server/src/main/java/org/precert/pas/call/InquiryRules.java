package org.precert.pas.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an inquiry must fulfil: less than a submission, for it is an example of what is looked for (spec/pas.md, 2.5). That
 * it reaches beyond its Bundle is told and does no harm; who asks about whom must be there.
 */
final class InquiryRules {

    private InquiryRules() {}

    static void check(RawBundle bundle, Entry first, PasVersion version, Findings findings) {
        Spot claim = bundle.spot(first);
        ShapeRules.check(claim, findings);
        ModifierRules.check(bundle, findings);
        Parties parties = Parties.of(bundle, first);
        patient(claim, parties, findings);
        ClaimRules.check(claim, version, findings);
        PartyRules.kinds(bundle, parties, findings);
        parties(claim, parties, findings);
        if (version == PasVersion.STU_2_2 && Numbers.identifiers(claim).size() != 1) {
            findings.wrong(claim.at("identifier"), "An inquiry has one identifier");
        }
        dates(claim, findings);
        References.of(claim).stream()
                .filter(reference -> bundle.resolve(reference.text(), first).isEmpty())
                .forEach(reference -> findings.note(reference, "What is referred to is not in the Bundle"));
    }

    /** An inquiry that is not about one patient is refused, at any door. */
    private static void patient(Spot claim, Parties parties, Findings findings) {
        if (!claim.at("patient").isThere()) {
            findings.refuse(claim.at("patient"), "An inquiry is about one patient");
        } else if (parties.memberIds().isEmpty()) {
            findings.refuse(claim.at("patient"), "An inquiry names its patient by a member id");
        }
    }

    /** What is no date would look for everything. */
    private static void dates(Spot claim, Findings findings) {
        DateRules.period(claim.at("billablePeriod"), findings);
        for (Spot item : claim.each("item")) {
            DateRules.days(item, "serviced", findings);
            List.of(Pas.ISSUE_DATE, Pas.EXPIRATION_DATE, Pas.EFFECTIVE_DATE)
                    .forEach(url -> item.extension(url).ifPresent(each -> DateRules.days(each, "value", findings)));
        }
    }

    /** 2000A, 2000B and the patient: what is referred to must be in the Bundle. */
    private static void parties(Spot claim, Parties parties, Findings findings) {
        Map<String, Optional<Entry>> found =
                Map.of("patient", parties.patient(), "insurer", parties.insurer(), "provider", parties.provider());
        for (String field : List.of("patient", "insurer", "provider")) {
            Spot reference = claim.at(field).at("reference");
            if (reference.isThere()
                    && found.getOrDefault(field, Optional.empty()).isEmpty()) {
                findings.wrong(reference, "What is referred to is not in the Bundle");
            }
        }
    }
}
