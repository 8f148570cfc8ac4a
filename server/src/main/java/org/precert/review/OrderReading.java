package org.precert.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what every door needs of an order, an appointment or a visit. The date of service is its occurrence or start, or
 * its dosage timing's first event or the start of its bounds; else the day on which it was written; else the day of the
 * call.
 */
public final class OrderReading {

    private OrderReading() {}

    /** @param today the day of the call, where the order names none */
    public static OrderLine line(JsonNode order, LocalDate today) {
        String reference =
                order.path("resourceType").asText() + "/" + order.path("id").asText();
        return new OrderLine(reference, label(order), dateOfService(order).orElse(today));
    }

    private static Optional<LocalDate> dateOfService(JsonNode order) {
        return day(order.path("occurrenceDateTime"))
                .or(() -> day(order.path("occurrencePeriod").path("start")))
                .or(() -> earliest(order.path("occurrenceTiming")))
                .or(() -> day(order.path("start")))
                .or(() -> day(order.path("requestedPeriod").path(0).path("start")))
                .or(() -> day(order.path("period").path("start")))
                .or(() -> earliestDose(order.path("dosageInstruction")))
                .or(() -> day(order.path("authoredOn")));
    }

    private static Optional<LocalDate> earliestDose(JsonNode instructions) {
        List<LocalDate> days = new ArrayList<>();
        instructions.forEach(each -> earliest(each.path("timing")).ifPresent(days::add));
        return days.stream().min(LocalDate::compareTo);
    }

    /** The first event, or the start of the bounds. */
    private static Optional<LocalDate> earliest(JsonNode timing) {
        List<LocalDate> days = new ArrayList<>();
        timing.path("event").forEach(event -> day(event).ifPresent(days::add));
        return days.stream()
                .min(LocalDate::compareTo)
                .or(() -> day(timing.path("repeat").path("boundsPeriod").path("start")));
    }

    /** A month or a year names no day of service: the next place is asked. */
    private static Optional<LocalDate> day(JsonNode date) {
        return WrittenDate.day(date.textValue());
    }

    private static String label(JsonNode order) {
        return Stream.of("medicationCodeableConcept", "code", "serviceType", "type")
                .map(order::path)
                .map(concept -> concept.isArray() ? concept.path(0) : concept)
                .filter(JsonNode::isObject)
                .findFirst()
                .map(OrderReading::words)
                .filter(words -> !words.isBlank())
                .orElseGet(
                        () -> order.path("medicationReference").path("display").asText());
    }

    private static String words(JsonNode concept) {
        String text = concept.path("text").asText();
        return text.isBlank() ? concept.path("coding").path(0).path("display").asText() : text;
    }
}
