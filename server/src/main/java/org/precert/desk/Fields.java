package org.precert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * The members of a JSON object, checked one by one. What was sent is never quoted.
 *
 * @param path of the object, with a dot behind it; empty for the body
 */
record Fields(JsonNode node, String path) {

    /** A letter to a provider is shorter. */
    private static final int LONGEST = 4_000;

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;

    Fields {
        if (!node.isObject()) {
            throw new InvalidRequest(Kind.MALFORMED, path, "This is no JSON object");
        }
    }

    InvalidRequest wrong(String name, String message) {
        return new InvalidRequest(Kind.NOT_CONFORMANT, path + name, message);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String textOrNone(String name) {
        return has(name) ? text(name) : "";
    }

    String text(String name) {
        JsonNode value = node.path(name);
        String text = value.asText().strip();
        if (!value.isTextual() || text.isEmpty()) {
            throw wrong(name, "This is needed, as text");
        }
        if (text.length() > LONGEST) {
            throw wrong(name, "This has more than " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(Fields::isUnwritable)) {
            throw wrong(name, "This has characters that nobody can read");
        }
        return text;
    }

    /** FHIR's strings and PostgreSQL take none of these; half a character has no bytes. */
    private static boolean isUnwritable(int character) {
        return (Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0)
                || Character.getType(character) == Character.SURROGATE;
    }

    int number(String name) {
        JsonNode value = node.path(name);
        if (!value.isInt()) {
            throw wrong(name, "This is needed, as a whole number");
        }
        return value.asInt();
    }

    Optional<BigDecimal> quantity(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.path(name);
        if (!value.isNumber() || value.decimalValue().signum() <= 0) {
            throw wrong(name, "This is no number above zero");
        }
        return Optional.of(value.decimalValue());
    }

    boolean yes(String name) {
        JsonNode value = node.path(name);
        if (has(name) && !value.isBoolean()) {
            throw wrong(name, "This is neither true nor false");
        }
        return value.asBoolean();
    }

    LocalDate day(String name) {
        LocalDate day = parsed(name, LocalDate::parse, "This is no day, as in 2026-06-10");
        if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
            throw wrong(name, "This is no day that a patient lives to see");
        }
        return day;
    }

    Instant time(String name) {
        return parsed(
                name,
                text -> OffsetDateTime.parse(text).toInstant(),
                "This is no time with its zone, as in 2026-06-10T12:00:00Z");
    }

    private <T> T parsed(String name, Function<String, T> parse, String message) {
        try {
            return parse.apply(text(name));
        } catch (DateTimeException e) {
            throw wrong(name, message);
        }
    }

    Fields object(String name) {
        if (!node.path(name).isObject()) {
            throw wrong(name, "This is needed, as an object");
        }
        return new Fields(node.path(name), path + name + ".");
    }

    List<Fields> list(String name, int most) {
        JsonNode list = node.path(name);
        if ((has(name) && !list.isArray()) || list.size() > most) {
            throw wrong(name, "This is no list, or has more than " + most + " members");
        }
        List<Fields> all = new ArrayList<>();
        for (JsonNode each : list) {
            all.add(new Fields(each, path + name + "[" + all.size() + "]."));
        }
        return all;
    }
}
