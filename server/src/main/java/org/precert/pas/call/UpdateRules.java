package org.precert.pas.call;

import java.util.List;
import java.util.Optional;

/** Rules of Claim.related: how a request names the one that it changes (spec/pas.md, 1.2 and 2.3). */
final class UpdateRules {

    private static final int CURRENT_AND_PRIOR = 2;

    private UpdateRules() {}

    static void check(RawBundle bundle, Entry first, PasVersion version, Findings findings) {
        Spot claim = bundle.spot(first);
        List<Spot> related = claim.each("related");
        if (version == PasVersion.STU_2_2) {
            once(related, findings);
            included(bundle, first, findings);
        }
        Purposes.related(claim).map(each -> each.at("claim")).ifPresent(prior -> named(prior, claim, findings));
        forebears(bundle, findings);
    }

    /** profile-claim-update of 2.2.1: related 1..1, relationship prior; 2.0.1's word, replaces, means the same. */
    private static void once(List<Spot> related, Findings findings) {
        if (related.size() > 1) {
            findings.wrong(related.get(1), "A Claim updates one other Claim");
        }
        related.stream()
                .filter(each -> !each.at("relationship").isThere() || !Purposes.namesPrior(each))
                .forEach(each -> findings.wrong(each.at("relationship"), "The relationship is not prior"));
    }

    /** PAS 2.2.1, spec-65 and prof-4: the Claim that is updated is sent along. */
    private static void included(RawBundle bundle, Entry first, Findings findings) {
        Optional<Spot> prior = Purposes.related(bundle.spot(first))
                .map(each -> each.at("claim").at("reference"))
                .filter(Spot::isThere);
        prior.filter(reference -> bundle.resolve(reference.text(), first)
                        .filter(entry -> entry.type().equals("Claim"))
                        .isEmpty())
                .ifPresent(reference ->
                        findings.wrong(reference, "The Claim that is updated is not in the Bundle (spec-65)"));
    }

    /** By a reference, an identifier, or a number of the payer. */
    private static void named(Spot prior, Spot claim, Findings findings) {
        if (!prior.at("reference").isThere()
                && prior.at("identifier").identifier().isEmpty()
                && Numbers.authorizations(claim).isEmpty()
                && Numbers.administrative(claim).isEmpty()) {
            findings.wrong(prior, "The Claim that is updated is not named");
        }
    }

    /** PAS 2.2.1, spec-66: what the prior Claim itself updated is not sent along; it does no harm. */
    private static void forebears(RawBundle bundle, Findings findings) {
        bundle.entries().stream()
                .filter(entry -> entry.type().equals("Claim"))
                .skip(CURRENT_AND_PRIOR)
                .forEach(entry ->
                        findings.note(bundle.path(entry), "A Claim from before the prior one is not needed (spec-66)"));
    }
}
