package org.precert.engines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** Observations: scores, pressures, laboratory values, ECGs. */
final class Results {

    private static final String UCUM = "http://unitsofmeasure.org";

    private final Codes codes;
    private final Dice dice;
    private final LocalDate asOf;

    Results(Codes codes, Dice dice, LocalDate asOf) {
        this.codes = codes;
        this.dice = dice;
        this.asOf = asOf;
    }

    ObjectNode result(ObjectNode observation, ObjectNode concept, String valueSet) {
        observation.put("status", dice.mostly("final", "amended", "corrected", "preliminary", "entered-in-error"));
        observation.set("code", concept);
        switch (dice.between(0, 9)) {
            case 0 -> observation.put("effectiveInstant", asOf.minusDays(dice.between(0, 100)) + "T01:00:00Z");
            case 1 -> observation.putObject("effectivePeriod").put("start", dice.dateTime(asOf));
            case 2 -> observation.put(dice.mostly("effectiveDateTime", "issued"), asOf + "T01:00:00Z");
            default -> observation.put("effectiveDateTime", dice.dateTime(asOf));
        }
        if (dice.slip(8)) {
            observation.putObject("dataAbsentReason").put("text", "not done");
        } else if (valueSet.endsWith("/blood-pressure")) {
            component(observation, "systolic-blood-pressure", 90, 190);
            component(observation, "diastolic-blood-pressure", 50, 110);
        } else if (valueSet.endsWith("blood-pressure")) {
            quantity(observation.putObject("valueQuantity"), 60, 180, dice.mostly("mm[Hg]", "mmHg", "kPa"));
        } else if (valueSet.contains("/ecg-")) {
            finding(observation);
        } else if (valueSet.contains("/serum-")) {
            laboratory(observation);
        } else {
            score(observation, valueSet.contains("pain") ? 10 : 27);
        }
        return observation;
    }

    private void component(ObjectNode observation, String valueSet, int least, int most) {
        if (dice.chance(90)) {
            ObjectNode component = observation.withArray("component").addObject();
            component.set("code", codes.concept(dice, valueSet));
            quantity(component.putObject("valueQuantity"), least, most, dice.mostly("mm[Hg]", "mmHg", "kPa"));
        }
    }

    private void quantity(ObjectNode quantity, int least, int most, String unit) {
        quantity.put("value", Resources.number(dice, least, most, dice.of(0, 0, 1, 2)));
        if (dice.chance(80)) {
            quantity.put("unit", unit);
        }
        if (dice.chance(80)) {
            quantity.put("system", UCUM).put("code", unit);
        }
    }

    private void score(ObjectNode observation, int most) {
        if (dice.chance(50)) {
            observation.put("valueInteger", dice.between(0, dice.mostly(most, 3 * most)));
        } else if (!dice.slip(20)) {
            ObjectNode quantity = observation.putObject("valueQuantity");
            quantity.put("value", Resources.number(dice, 0, most, dice.mostly(0, 1, 2)));
            quantity.put("unit", "{score}");
        } else {
            observation.put("valueString", "seven");
        }
    }

    private void finding(ObjectNode observation) {
        if (dice.chance(50)) {
            observation.set(
                    "valueCodeableConcept",
                    codes.concept(dice, "normal-ecg-results", "normal-ecg-results", "abnormal-ecg-results"));
        }
        if (dice.chance(60)) {
            observation
                    .withArray("interpretation")
                    .add(codes.concept(dice, "normal-ecg-results", "normal-ecg-results", "abnormal-ecg-results"));
        }
    }

    private void laboratory(ObjectNode observation) {
        if (dice.chance(90)) {
            quantity(observation.putObject("valueQuantity"), 3, 5, "mmol/L");
        }
        if (dice.chance(70)) {
            ObjectNode range = observation.withArray("referenceRange").addObject();
            quantity(range.putObject("low"), 2, dice.of(3, 4), dice.mostly("mmol/L", "mg/dL"));
            if (dice.chance(80)) {
                quantity(range.putObject("high"), dice.of(4, 6), 7, "mmol/L");
            }
        }
        if (dice.chance(50)) {
            observation
                    .withArray("interpretation")
                    .add(codes.concept(
                            dice,
                            "normal-laboratory-results",
                            "normal-laboratory-results",
                            "normal-laboratory-results",
                            "abnormal-laboratory-results"));
        }
    }
}
