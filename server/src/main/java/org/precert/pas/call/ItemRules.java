package org.precert.pas.call;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Rules of Claim.item (profile-claim, profile-claim-update; spec/pas.md, 2.2). */
final class ItemRules {

    static final Set<String> ORDERS = Set.of("MedicationRequest", "ServiceRequest", "DeviceRequest", "NutritionOrder");

    private static final String CHANGED = "changed";
    private static final String ADDED = "added";

    private ItemRules() {}

    static void check(Spot claim, PasVersion version, Findings findings) {
        List<Spot> items = claim.each("item");
        boolean cancelsAll =
                Purposes.certification(claim).filter(Pas.CANCEL::equals).isPresent();
        if (items.isEmpty() && !cancelsAll) {
            findings.refuse(claim.at("item"), "Nothing is asked for: there are no items");
        }
        sequences(items, findings);
        Set<Integer> known = Items.sequences(claim.each("diagnosis").stream().map(each -> each.at("sequence")));
        for (Spot item : items) {
            codes(item, findings);
            if (version == PasVersion.STU_2_2) {
                newer(item, findings);
            }
            item.extension(Pas.CERTIFICATION_TYPE).ifPresent(each -> certification(each, findings));
            cancellation(item, version, cancelsAll, findings);
            diagnoses(item, known, findings);
            QuantityRules.check(item.at("quantity"), version, findings);
            DateRules.serviced(item, version, findings);
        }
    }

    /** X12 1322; what another code would ask for can not be guessed. */
    static void certification(Spot extension, Findings findings) {
        if (extension
                .value()
                .code(Pas.CERTIFICATION_TYPES)
                .filter(Purposes::isKnown)
                .isEmpty()) {
            findings.wrong(extension, "The type of certification is none of X12 1322");
        }
    }

    /** Answers are matched by the sequence (PAS 2.2.1, spec-34): without it no door can answer. */
    private static void sequences(List<Spot> items, Findings findings) {
        Set<Integer> seen = new HashSet<>();
        for (Spot item : items) {
            OptionalInt sequence = item.at("sequence").positive();
            if (sequence.isEmpty()) {
                findings.refuse(item.at("sequence"), "This is not a positive number");
            } else if (!seen.add(sequence.getAsInt())) {
                findings.refuse(item.at("sequence"), "Two items have the same sequence");
            }
        }
    }

    /** category 1..1 (profile-claim), productOrService 1..1 (FHIR R4). */
    private static void codes(Spot item, Findings findings) {
        if (!item.at("category").isThere()) {
            findings.wrong(item.at("category"), "An item has no category");
        }
        if (!item.at("productOrService").isThere()) {
            findings.wrong(item.at("productOrService"), "An item has no product or service");
        }
    }

    /** 1..1 since 2.2.1; where missing, X12 has HS and I. */
    private static void newer(Spot item, Findings findings) {
        if (item.extension(Pas.REQUEST_TYPE)
                .filter(each -> each.value().isThere())
                .isEmpty()) {
            findings.wrong(item.at("extension"), "An item has no type of request (serviceItemRequestType)");
        }
        if (item.extension(Pas.CERTIFICATION_TYPE)
                .filter(each -> each.value().isThere())
                .isEmpty()) {
            findings.wrong(item.at("extension"), "An item has no type of certification (certificationType)");
        }
        if (!item.at("locationCodeableConcept").isThere()) {
            findings.wrong(item.at("locationCodeableConcept"), "An item has no location");
        }
    }

    /** PAS 2.2.1, spec-69 and spec-70; the examples of 2.0.1 do it by halves. Also the values of infoChanged. */
    private static void cancellation(Spot item, PasVersion version, boolean cancelsAll, Findings findings) {
        boolean flagged = Purposes.isCancelled(item);
        boolean marked = Purposes.certification(item).filter(Pas.CANCEL::equals).isPresent();
        if (flagged != marked && !(marked && cancelsAll)) {
            String words = "An item is cancelled by the flag alone, or by the type of certification alone (spec-70)";
            if (version == PasVersion.STU_2_2) {
                findings.wrong(item, words);
            } else {
                findings.note(item, words);
            }
        }
        item.extension(Pas.INFO_CHANGED)
                .map(Spot::value)
                .filter(each -> !each.text().equals(CHANGED) && !each.text().equals(ADDED))
                .ifPresent(each -> findings.wrong(each, "What changed is neither changed nor added"));
    }

    /** No rule of the guide: a sequence that leads nowhere is told, and stands for no diagnosis. */
    private static void diagnoses(Spot item, Set<Integer> known, Findings findings) {
        for (Spot named : item.each("diagnosisSequence")) {
            if (named.positive().stream().noneMatch(known::contains)) {
                findings.note(named, "There is no diagnosis of this sequence");
            }
        }
    }
}
