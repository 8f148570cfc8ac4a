package org.precert.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what every door needs of an order. The date of service is its occurrence, or its dosage timing's first event or
 * the start of its bounds; else the day on which it was written; else the day of the call.
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
        Stream<JsonNode> places = Stream.of(
                order.path("occurrenceDateTime"),
                order.path("occurrencePeriod").path("start"),
                first(order.path("occurrenceTiming")),
                first(order.path("dosageInstruction").path(0).path("timing")),
                order.path("authoredOn"));
        return places.map(OrderReading::day).flatMap(Optional::stream).findFirst();
    }

    private static JsonNode first(JsonNode timing) {
        JsonNode event = timing.path("event").path(0);
        return event.isMissingNode()
                ? timing.path("repeat").path("boundsPeriod").path("start")
                : event;
    }

    /** The day as the order's author wrote it, in the author's own time zone; a month or year counts from its first day. */
    private static Optional<LocalDate> day(JsonNode date) {
        String text = date.asText();
        String day = switch (text.length()) {
            case 4 -> text + "-01-01";
            case 7 -> text + "-01";
            default -> text.length() < 10 ? "" : text.substring(0, 10);
        };
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String label(JsonNode order) {
        JsonNode concept =
                order.has("medicationCodeableConcept") ? order.path("medicationCodeableConcept") : order.path("code");
        String display = concept.path("coding").path(0).path("display").asText();
        String text = concept.path("text").asText();
        String reference = order.path("medicationReference").path("display").asText();
        return Stream.of(text, display, reference)
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("");
    }
}
