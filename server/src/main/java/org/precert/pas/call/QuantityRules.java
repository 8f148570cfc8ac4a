package org.precert.pas.call;

/** Rules of PASQuantity (PAS 2.2.1, prof-2 and prof-3) and of FHIR's SimpleQuantity, which 2.0.1 uses. */
final class QuantityRules {

    private QuantityRules() {}

    static void check(Spot quantity, PasVersion version, Findings findings) {
        if (!quantity.isThere()) {
            return;
        }
        if (quantity.at("comparator").isThere()) {
            findings.refuse(quantity.at("comparator"), "A quantity here is exact (sqty-1)");
        }
        if (quantity.at("value").isThere() && !quantity.at("value").node().isNumber()) {
            findings.refuse(quantity.at("value"), "This is not a number");
        }
        boolean coded = quantity.at("code").isThere();
        if (version == PasVersion.STU_2_2) {
            x12(quantity, coded, findings);
        } else if (coded && !quantity.at("system").isThere()) {
            findings.wrong(quantity.at("system"), "The code of a unit has no system (qty-3)");
        }
    }

    private static void x12(Spot quantity, boolean coded, Findings findings) {
        if (!quantity.at("value").isThere()) {
            findings.wrong(quantity.at("value"), "A quantity has no value (prof-2)");
        }
        if (!coded && !quantity.at("unit").isThere()) {
            findings.wrong(quantity.at("unit"), "A quantity has neither a unit nor a code (prof-2)");
        }
        if (coded && !quantity.at("system").text().equals(Pas.UNITS)) {
            findings.wrong(quantity.at("system"), "The code of the unit is not of X12 673 (prof-3)");
        }
    }
}
