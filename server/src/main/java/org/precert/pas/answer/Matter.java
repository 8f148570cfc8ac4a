package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
 */
record Matter(
        Case state,
        SubmittedRequest request,
        Reply reply,
        Spelling spelling,
        Occasion occasion,
        Echo echo,
        NoteBook notes) {

    boolean isInquiry() {
        return occasion != Occasion.REQUEST;
    }

    ObjectNode claim() {
        return request.claim().resource();
    }

    /** The item as the latest request has it; empty where that speaks of other lines alone. */
    Optional<RequestedItem> item(Line line) {
        return request.items().stream()
                .filter(each -> each.sequence() == line.sequence())
                .findFirst();
    }

    /** The Claim itself, which is not sent along: by its address, for those who can find it there (PAS 2.2.1, spec-44). */
    ObjectNode claimReference() {
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        if (occasion == Occasion.INQUIRY_OF_OTHERS) {
            new Extensions(reference).add(Terms.ABSENT).put("valueCode", "masked");
            return reference;
        }
        return reference.put("reference", request.claim().fullUrl());
    }

    ObjectNode reference(JsonNode sent) {
        return echo.reference(request, sent);
    }

    ObjectNode reference(JsonNode sent, Entry from) {
        return echo.reference(request, sent, from);
    }
}
