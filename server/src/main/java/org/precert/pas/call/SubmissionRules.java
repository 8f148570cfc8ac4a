package org.precert.pas.call;

import java.util.Optional;

/** All that a submission must fulfil, theme by theme; the first thing found is what the caller is told. */
final class SubmissionRules {

    private SubmissionRules() {}

    static void check(RawBundle bundle, PasVersion version, Findings findings) {
        Entry first = bundle.entries().get(0);
        Spot claim = bundle.spot(first);
        ShapeRules.check(claim, findings);
        ModifierRules.check(bundle, findings);
        ClaimRules.check(claim, version, findings);
        ClaimRules.submitted(claim, findings);
        UpdateRules.check(bundle, first, version, findings);
        ItemRules.check(claim, version, findings);
        SupportingInfoRules.check(claim, version, findings);
        PartyRules.check(bundle, Parties.of(bundle, first), version, findings);
        ClosureRules.check(bundle, first, findings);
        services(bundle, first, findings);
    }

    /** extension-requestedService, in both versions: what can be ordered. */
    private static void services(RawBundle bundle, Entry first, Findings findings) {
        for (Spot item : bundle.spot(first).each("item")) {
            Optional<Spot> service = item.extension(Pas.REQUESTED_SERVICE).map(Spot::value);
            service.map(each -> each.at("reference").text())
                    .flatMap(reference -> bundle.resolve(reference, first))
                    .filter(order -> !ItemRules.ORDERS.contains(order.type()))
                    .ifPresent(order -> findings.wrong(
                            service.orElseThrow(), "The requested service is a resource that is no order"));
        }
    }
}
