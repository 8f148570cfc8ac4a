package org.precert.engines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.precert.evaluation.DataNeed;

/** The resources of a chart that is being made. */
final class Resources {

    private static final String[] DIAGNOSES = {
        "chronic-pain",
        "chronic-pain",
        "complex-regional-pain-syndrome",
        "psychiatric",
        "psychiatric",
        "substance-use",
        "cancer-pain",
        "unclear-pain",
        "outside-indications"
    };

    private final Codes codes;
    private final Dice dice;
    private final LocalDate asOf;
    private final Orders orders;
    private final List<ObjectNode> all = new ArrayList<>();

    /** @param oddly whether orders may be of a kind that a client has to name */
    Resources(Codes codes, Dice dice, LocalDate asOf, boolean oddly) {
        this.codes = codes;
        this.dice = dice;
        this.asOf = asOf;
        this.orders = new Orders(codes, dice, asOf, oddly);
        all.add(Codes.JSON.createObjectNode().put("resourceType", "Patient").put("id", Chart.PATIENT));
    }

    List<ObjectNode> all() {
        return all;
    }

    /** An infusion and the drug for it, as a clinician orders them. */
    void addOrders() {
        ObjectNode drug =
                orders.drug(next("MedicationRequest"), codes.concept(dice, dice.chance(60) ? "ketamine" : "lidocaine"));
        orders.reason(drug, codes.concept(dice, DIAGNOSES));
        all.add(drug);
        if (dice.chance(60)) {
            ObjectNode service = orders.service(next("ServiceRequest"), codes.concept(dice, "intravenous-procedures"));
            orders.reason(service, codes.concept(dice, DIAGNOSES));
            if (dice.chance(30)) {
                orders.refer(service, "supportingInfo", drug);
            }
            all.add(service);
        }
        if (dice.chance(40)) {
            ObjectNode problem = problem(next("Condition"), codes.concept(dice, DIAGNOSES));
            all.add(problem);
            orders.refer(drug, "reasonReference", problem);
        }
    }

    void add(DataNeed need) {
        ObjectNode concept = codes.conceptOf(dice, need.valueSet());
        ObjectNode resource = next(need.type());
        all.add(
                switch (need.type()) {
                    case "ServiceRequest" -> orders.service(resource, concept);
                    case "MedicationRequest" -> orders.drug(resource, concept);
                    case "MedicationStatement" -> course(resource, concept);
                    case "Condition" -> problem(resource, concept);
                    case "Procedure" -> procedure(resource, concept);
                    case "DiagnosticReport" -> report(resource, concept);
                    case "Observation" -> new Results(codes, dice, asOf).result(resource, concept, need.valueSet());
                    default -> throw new AssertionError("The libraries read a " + need.type() + ": add it here");
                });
    }

    private ObjectNode next(String type) {
        ObjectNode resource =
                Codes.JSON.createObjectNode().put("resourceType", type).put("id", "r" + all.size());
        resource.putObject("subject").put("reference", "Patient/" + Chart.PATIENT);
        return resource;
    }

    private ObjectNode problem(ObjectNode condition, ObjectNode concept) {
        condition.set("code", concept);
        if (dice.chance(80)) {
            status(condition, "clinicalStatus", dice.mostly("active", "recurrence", "inactive", "resolved"));
        }
        if (dice.chance(80)) {
            status(
                    condition,
                    "verificationStatus",
                    dice.mostly("confirmed", "provisional", "refuted", "entered-in-error"));
        }
        if (dice.chance(40)) {
            condition.put("onsetDateTime", dice.dateTime(asOf));
        } else if (dice.chance(20)) {
            condition.put("onsetString", "years ago");
        }
        if (dice.chance(60)) {
            condition.put("recordedDate", dice.dateTime(asOf));
        }
        return condition;
    }

    private static void status(ObjectNode condition, String field, String code) {
        condition.putObject(field).withArray("coding").addObject().put("code", code);
    }

    private ObjectNode course(ObjectNode statement, ObjectNode concept) {
        statement.put("status", dice.mostly("completed", "stopped", "active", "entered-in-error", "not-taken"));
        medication(statement, concept);
        when(statement, "effective");
        return statement;
    }

    private void medication(ObjectNode resource, ObjectNode concept) {
        if (!dice.slip(10)) {
            resource.set("medicationCodeableConcept", concept);
        } else {
            resource.putObject("medicationReference").put("reference", "Medication/elsewhere");
        }
    }

    private ObjectNode procedure(ObjectNode procedure, ObjectNode concept) {
        procedure.put("status", dice.mostly("completed", "stopped", "in-progress", "not-done"));
        procedure.set("code", concept);
        when(procedure, "performed");
        return procedure;
    }

    private ObjectNode report(ObjectNode report, ObjectNode concept) {
        report.put("status", dice.mostly("final", "amended", "appended", "preliminary", "entered-in-error"));
        report.set("code", concept);
        when(report, "effective");
        for (int i = 0; i < dice.between(0, 2); i++) {
            report.withArray("conclusionCode")
                    .add(codes.concept(dice, "normal-ecg-results", "normal-ecg-results", "abnormal-ecg-results"));
        }
        return report;
    }

    private void when(ObjectNode resource, String field) {
        if (dice.chance(60)) {
            resource.put(field + "DateTime", dice.dateTime(asOf));
        } else if (dice.chance(70)) {
            ObjectNode period = resource.putObject(field + "Period");
            period.put("start", asOf.minusDays(dice.between(60, 500)).toString());
            if (dice.chance(60)) {
                period.put("end", asOf.minusDays(dice.between(0, 60)).toString());
            }
        }
    }

    /** A number as it may stand there: JSON keeps the zeros. */
    static BigDecimal number(Dice dice, int least, int most, int scale) {
        return new BigDecimal(dice.between(least * 10, most * 10))
                .movePointLeft(1)
                .setScale(scale, java.math.RoundingMode.DOWN);
    }
}
