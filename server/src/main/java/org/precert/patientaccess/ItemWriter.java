package org.precert.patientaccess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.precert.cases.Authorization;
import org.precert.cases.Code;
import org.precert.cases.Line;
import org.precert.cases.Service;

/** Writes a line of a request, and what became of it. */
final class ItemWriter {

    private final ObjectNode item;
    private final Line line;
    private final Spoken spoken;

    private ItemWriter(ObjectNode item, Line line) {
        this.item = item;
        this.line = line;
        this.spoken = line.decision().tell(Spoken.OF);
    }

    /** @param notes where the words go that belong to it */
    static void write(Line line, ObjectNode item, ArrayNode notes) {
        ItemWriter writer = new ItemWriter(item, line);
        writer.authorization();
        item.put("sequence", line.sequence());
        writer.note(notes);
        writer.service(line.service());
        writer.decision();
        writer.allowedUnits();
    }

    private void authorization() {
        spoken.authorization().ifPresent(leave -> {
            Parts.extension(item, Pdex.ISSUED).put("valueDate", leave.issued().toString());
            Parts.extension(item, Pdex.GOOD_FOR)
                    .putObject("valuePeriod")
                    .put("start", leave.from().toString())
                    .put("end", leave.until().toString());
        });
        if (spoken.authorization().isEmpty()) {
            Parts.extension(item, Pdex.ADMINISTRATIVE_NUMBER).put("valueString", line.reference());
        }
        spoken.granted().ifPresent(this::detail);
    }

    private void detail(Service granted) {
        ObjectNode detail = Parts.extension(item, Pdex.AUTHORIZED_DETAIL);
        Parts.bare(Parts.extension(detail, "productOrServiceCode").putObject("valueCodeableConcept"), granted.code());
        for (Code modifier : granted.modifiers()) {
            Parts.bare(Parts.extension(detail, "modifier").putObject("valueCodeableConcept"), modifier);
        }
        granted.quantity()
                .ifPresent(quantity ->
                        quantity(Parts.extension(detail, "quantity").putObject("valueQuantity"), quantity, granted));
    }

    private static void quantity(ObjectNode into, BigDecimal value, Service service) {
        into.put("value", value);
        if (!service.unit().isEmpty()) {
            into.put("unit", service.unit());
        }
    }

    private void note(ArrayNode notes) {
        if (spoken.note().isEmpty()) {
            return;
        }
        int number = notes.size() + 1;
        notes.addObject().put("number", number).put("type", "display").put("text", spoken.note());
        item.putArray("noteNumber").add(number);
    }

    private void service(Service service) {
        Parts.bare(item.putObject("productOrService"), service.code());
        service.modifiers()
                .forEach(modifier -> Parts.bare(item.withArray("modifier").addObject(), modifier));
        service.from().ifPresent(from -> {
            ObjectNode period = item.putObject("servicedPeriod").put("start", from.toString());
            period.put("end", service.until().orElse(from).toString());
        });
        if (!service.place().isEmpty()) {
            Parts.bare(item.putObject("locationCodeableConcept"), new Code(Pdex.PLACES, service.place(), ""));
        }
        service.quantity().ifPresent(quantity -> quantity(item.putObject("quantity"), quantity, service));
    }

    /**
     * PDex wants an amount with this category, and a request has none. Its slice for denial reasons takes codes of paid claims
     * alone, which do not belong here: the reason stands in the review action, and in words in the note.
     */
    private void decision() {
        ObjectNode adjudication = item.withArray("adjudication").addObject();
        ObjectNode review = Parts.extension(adjudication, Pdex.REVIEW_ACTION);
        spoken.authorization()
                .map(Authorization::number)
                .ifPresent(number -> Parts.extension(review, "number").put("valueString", number));
        if (!spoken.reason().code().isEmpty()) {
            Parts.concept(Parts.extension(review, "reasonCode").putObject("valueCodeableConcept"), spoken.reason());
        }
        Parts.bare(
                Parts.extension(review, Pdex.REVIEW_ACTION_CODE).putObject("valueCodeableConcept"),
                new Code(Pdex.REVIEW_ACTIONS, spoken.code(), ""));
        if (!line.decision().isOpen()) {
            Parts.extension(adjudication, Pdex.WHEN_ADJUDICATED)
                    .put(
                            "valueDateTime",
                            line.decidedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        }
        Parts.bare(adjudication.putObject("category"), new Code(Pdex.ADJUDICATION, "submitted", ""));
        Parts.extension(adjudication.putObject("amount"), Pdex.ABSENT).put("valueCode", "not-applicable");
    }

    private void allowedUnits() {
        Optional<BigDecimal> units = spoken.authorization()
                .flatMap(leave -> spoken.granted().orElse(line.service()).quantity());
        units.ifPresent(value -> {
            ObjectNode allowed = item.withArray("adjudication").addObject();
            Parts.bare(allowed.putObject("category"), new Code(Pdex.DISCRIMINATOR, "allowedunits", ""));
            allowed.put("value", value);
        });
    }
}
