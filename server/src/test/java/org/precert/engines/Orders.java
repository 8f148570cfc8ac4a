package org.precert.engines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** Orders as they come from an EHR. */
final class Orders {

    private static final String UCUM = "http://unitsofmeasure.org";

    private final Codes codes;
    private final Dice dice;
    private final LocalDate asOf;
    private final boolean oddly;

    /** @param oddly whether they may be of a kind that a client has to name: another drug beside ours, or another route */
    Orders(Codes codes, Dice dice, LocalDate asOf, boolean oddly) {
        this.codes = codes;
        this.dice = dice;
        this.asOf = asOf;
        this.oddly = oddly;
    }

    ObjectNode service(ObjectNode order, ObjectNode concept) {
        head(order);
        order.set("code", concept);
        if (dice.chance(40)) {
            order.withArray("orderDetail").add(codes.exactConcept(dice, "ketamine", "lidocaine"));
        }
        if (oddly && dice.chance(20)) {
            order.withArray("orderDetail").add(codes.concept(dice, "psychotropic-medications", "intravenous-routes"));
        }
        if (dice.chance(30)) {
            reason(order, codes.concept(dice, "chronic-pain", "psychiatric", "outside-indications"));
        }
        if (dice.chance(40)) {
            order.putObject("quantityQuantity").put("value", dice.between(1, 12));
        }
        if (dice.chance(30)) {
            order.putObject("occurrenceTiming").putObject("repeat").put("count", dice.between(1, 10));
        } else if (dice.chance(50)) {
            order.put("occurrenceDateTime", asOf.plusDays(3).toString());
        }
        return order;
    }

    ObjectNode drug(ObjectNode order, ObjectNode concept) {
        head(order);
        if (!dice.slip(6)) {
            order.set("medicationCodeableConcept", concept);
        } else {
            order.putObject("medicationReference").put("reference", "Medication/elsewhere");
        }
        if (dice.chance(30)) {
            reason(order, codes.concept(dice, "chronic-pain", "psychiatric", "cancer-pain"));
        }
        for (int i = 0; i < dice.between(0, 2); i++) {
            dosage(order.withArray("dosageInstruction").addObject());
        }
        return order;
    }

    private void head(ObjectNode order) {
        if (!dice.slip(6)) {
            order.put("status", dice.mostly(dice.of("draft", "active"), "on-hold", "completed", "entered-in-error"));
        }
        order.put("intent", "order");
        if (dice.slip(8)) {
            order.put("doNotPerform", dice.chance(70));
        }
        if (dice.chance(80)) {
            order.put("authoredOn", dice.dateTime(asOf));
        }
    }

    private void dosage(ObjectNode dosage) {
        dosage.put("text", "as ordered");
        if (dice.chance(70)) {
            dosage.set(
                    "route",
                    oddly && dice.chance(40)
                            ? codes.concept(dice, "intramuscular-routes", "subcutaneous-routes", "other-routes")
                            : codes.concept(dice, "intravenous-routes"));
        }
        if (dice.chance(50)) {
            dosage.putObject("timing").putObject("repeat").put("count", dice.between(1, 10));
        }
        if (dice.chance(70)) {
            ObjectNode amount = dosage.withArray("doseAndRate").addObject();
            if (dice.chance(80)) {
                quantity(amount.putObject("doseQuantity"), 1, dice.mostly("mg/kg", "mg"));
            }
            if (dice.chance(80)) {
                quantity(amount.putObject("rateQuantity"), 2, dice.mostly("mg/kg/h", "mg/kg/hr", "mL/h"));
            }
        }
    }

    private void quantity(ObjectNode quantity, int most, String unit) {
        quantity.put("value", Resources.number(dice, 0, most, 2));
        if (dice.chance(70)) {
            quantity.put("system", UCUM).put("code", unit);
        }
        quantity.put("unit", unit);
    }

    void reason(ObjectNode order, ObjectNode concept) {
        order.withArray("reasonCode").add(concept);
    }

    /** In full, or as Type/id. */
    void refer(ObjectNode order, String field, ObjectNode to) {
        String reference =
                to.path("resourceType").asText() + "/" + to.path("id").asText();
        order.withArray(field)
                .addObject()
                .put("reference", (dice.chance(20) ? "https://ehr.example/fhir/" : "") + reference);
    }
}
