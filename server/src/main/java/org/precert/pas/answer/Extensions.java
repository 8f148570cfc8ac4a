package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.precert.pas.call.DateRange;

/** The extensions of an element, one after the other; where none is added, the element has no list of them. */
record Extensions(ObjectNode element) {

    ObjectNode add(String url) {
        return element.withArray("extension").addObject().put("url", url);
    }

    /** The extensions of an extension. */
    Extensions nested(String url) {
        return new Extensions(add(url));
    }

    /** Leaves out what is empty. */
    void text(String url, String value) {
        if (!value.isEmpty()) {
            add(url).put("valueString", value);
        }
    }

    void date(String url, LocalDate value) {
        add(url).put("valueDate", value.toString());
    }

    void period(String url, LocalDate from, LocalDate until) {
        add(url).putObject("valuePeriod").put("start", from.toString()).put("end", until.toString());
    }

    void number(String url, int value) {
        add(url).put("valuePositiveInt", value);
    }

    /** A day, or from one day to another. */
    void days(String url, DateRange days) {
        if (days.from().equals(days.until())) {
            days.from().ifPresent(day -> date(url, day));
        } else {
            ObjectNode period = add(url).putObject("valuePeriod");
            days.from().ifPresent(day -> period.put("start", day.toString()));
            days.until().ifPresent(day -> period.put("end", day.toString()));
        }
    }

    void concept(String url, JsonNode value) {
        add(url).set("valueCodeableConcept", value);
    }

    void reference(String url, JsonNode value) {
        add(url).set("valueReference", value);
    }

    void identifier(String url, JsonNode value) {
        add(url).set("valueIdentifier", value);
    }

    void identifier(String url, String system, String value) {
        add(url).putObject("valueIdentifier").put("system", system).put("value", value);
    }

    /** The extensions of somebody else's element that have this URL. */
    static List<JsonNode> of(JsonNode element, String url) {
        List<JsonNode> found = new ArrayList<>();
        element.path("extension").forEach(each -> {
            if (each.path("url").asText().equals(url)) {
                found.add(each);
            }
        });
        return found;
    }
}
