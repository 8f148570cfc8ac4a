package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.precert.cases.Case;
import org.precert.cases.Line;
import org.precert.pas.call.Entry;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;

/**
 * What one answer is about, and what gathers while it is written.
 *
 * @param inquiry whether it answers an inquiry, perhaps of somebody who did not see the request
 */
record Matter(
        Case state,
        SubmittedRequest request,
        Reply reply,
        Spelling spelling,
        boolean inquiry,
        Echo echo,
        NoteBook notes) {

    ObjectNode claim() {
        return request.claim().resource();
    }

    /** The item as the latest request has it; empty where that speaks of other lines alone. */
    Optional<RequestedItem> item(Line line) {
        return request.items().stream()
                .filter(each -> each.sequence() == line.sequence())
                .findFirst();
    }

    ObjectNode reference(JsonNode sent) {
        return echo.reference(request, sent);
    }

    ObjectNode reference(JsonNode sent, Entry from) {
        return echo.reference(request, sent, from);
    }
}
