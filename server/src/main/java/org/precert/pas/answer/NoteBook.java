package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The notes of one answer, numbered from 1; what is said twice is written once. */
final class NoteBook {

    private final List<String> notes = new ArrayList<>();

    /** The number of a note with this text. */
    int number(String text) {
        int place = notes.indexOf(text);
        if (place >= 0) {
            return place + 1;
        }
        notes.add(text);
        return notes.size();
    }

    void write(ObjectNode response) {
        for (String text : notes) {
            response.withArray("processNote")
                    .addObject()
                    .put("number", number(text))
                    .put("type", "display")
                    .put("text", text);
        }
    }
}
