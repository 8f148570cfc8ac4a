package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a test has found wrong, in words. */
final class Errors {

    private final List<String> messages = new ArrayList<>();

    void add(String message) {
        messages.add(message);
    }

    void addAll(List<String> more) {
        messages.addAll(more);
    }

    int count() {
        return messages.size();
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    /** The field is there, of its kind, and not blank. */
    void require(JsonNode object, String field, Kind kind, String of) {
        if (Blank.isAbsent(object.path(field))) {
            add(of + " does not contain required field `" + field + "`");
        } else {
            checkGiven(object, field, kind, of);
        }
    }

    /** The field, if it is there at all, is of its kind and not blank: an empty array is an error. */
    void allow(JsonNode object, String field, Kind kind, String of) {
        if (!Blank.isAbsent(object.path(field))) {
            checkGiven(object, field, kind, of);
        }
    }

    private void checkGiven(JsonNode object, String field, Kind kind, String of) {
        JsonNode value = object.path(field);
        if (!kind.fits(value)) {
            add(of + " field `" + field + "` is not of type " + kind);
        }
        if (Blank.isBlank(value)) {
            add(of + " field `" + field + "` should not be empty");
        }
    }
}
