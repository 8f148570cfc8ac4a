package org.precert.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One order that says more or less: coded, in words alone, or not at all. */
record SketchedOrder(
        String payer,
        Kind kind,
        Optional<String> drug,
        Optional<String> route,
        Optional<String> indication,
        Optional<String> line) {

    private static final String DAY = "2026-06-01";

    enum Kind {
        /** A MedicationRequest. */
        MEDICATION,
        /** A ServiceRequest of a procedure that implies the intravenous route; the drug is a detail. */
        INFUSION,
        /** A ServiceRequest of an unclassified drug code, which has no place for a route. */
        UNCLASSIFIED_DRUG,
        /** An Appointment of an office visit that is based on the ServiceRequest of an infusion. */
        APPOINTMENT
    }

    CaseFile.Text text(CaseFile.Order... with) {
        CaseFile.Member member = line.map(code -> new CaseFile.Member(code, null, null, null, null))
                .orElse(null);
        return OrderText.text(DAY, member, order(), with);
    }

    CaseFile.Order order() {
        return switch (kind) {
            case MEDICATION -> OrderText.drug(drug.orElse(null), route.orElse(null), indication.orElse(null));
            case INFUSION -> OrderText.procedure("CPT#96365", drug.orElse(null), indication.orElse(null));
            case APPOINTMENT ->
                OrderText.appointment(
                        "CPT#99213", OrderText.procedure("CPT#96365", drug.orElse(null), indication.orElse(null)));
            case UNCLASSIFIED_DRUG -> OrderText.procedure("HCPCS#J3490", drug.orElse(null), indication.orElse(null));
        };
    }

    /** This order with one of drug, route and indication left out, or left to words. */
    List<SketchedOrder> silentOnOneFact() {
        List<SketchedOrder> silent = new ArrayList<>();
        for (Optional<String> other : List.of(Optional.<String>empty(), Optional.of("ketamine by vein for pain"))) {
            silent.add(new SketchedOrder(payer, kind, other, route, indication, line));
            silent.add(new SketchedOrder(payer, kind, drug, route, other, line));
            if (kind == Kind.MEDICATION) {
                silent.add(new SketchedOrder(payer, kind, drug, other, indication, line));
            }
        }
        return silent;
    }

    SketchedOrder withoutLineOfBusiness() {
        return new SketchedOrder(payer, kind, drug, route, indication, Optional.empty());
    }

    static Arbitrary<SketchedOrder> any(List<String> payers) {
        return Combinators.combine(
                        Arbitraries.of(payers),
                        Arbitraries.frequency(
                                Tuple.of(3, Kind.MEDICATION),
                                Tuple.of(2, Kind.INFUSION),
                                Tuple.of(1, Kind.APPOINTMENT),
                                Tuple.of(1, Kind.UNCLASSIFIED_DRUG)),
                        drugs(),
                        routes(),
                        indications(),
                        lines())
                .as(SketchedOrder::new);
    }

    static Arbitrary<CaseFile.Order> drugOrders() {
        return Combinators.combine(drugs(), routes(), indications())
                .as((drug, route, indication) ->
                        OrderText.drug(drug.orElse(null), route.orElse(null), indication.orElse(null)));
    }

    private static Arbitrary<Optional<String>> drugs() {
        return oftenFirst(
                "RXNORM#6130 ketamine",
                "RXNORM#6387 lidocaine",
                "RXNORM#8782 propofol",
                "RXNORM#2121671 Spravato",
                "RXNORM#999999999",
                "HCPCS#J3490",
                "ketamine 0.5 mg/kg");
    }

    private static Arbitrary<Optional<String>> routes() {
        return oftenFirst("SNOMED#47625008", "SNOMED#78421000", "SNOMED#26643006", "SNOMED#999999999", "intravenous");
    }

    private static Arbitrary<Optional<String>> indications() {
        return oftenFirst(
                "ICD10#G90.50",
                "ICD10#F33.2",
                "ICD10#F11.20",
                "ICD10#G89.3",
                "ICD10#R52",
                "ICD10#I47.20",
                "SNOMED#999999999",
                "pain");
    }

    private static Arbitrary<Optional<String>> lines() {
        return oftenFirst("512", "11", "2", "12", "523", "1", "ZZ");
    }

    /** Half of the orders say the first, so that there are enough in scope. */
    static Arbitrary<Optional<String>> oftenFirst(String first, String... others) {
        return Arbitraries.frequencyOf(
                Tuple.of(others.length, Arbitraries.just(Optional.of(first))),
                Tuple.of(others.length, Arbitraries.of(others).map(Optional::of)),
                Tuple.of(1, Arbitraries.just(Optional.empty())));
    }
}
