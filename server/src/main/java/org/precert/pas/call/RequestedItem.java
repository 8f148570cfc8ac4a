package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One item of a request.
 *
 * @param sequence positive, and unique in the request
 * @param change what an update says that it did to the item
 * @param cancelled whether the item is no longer wanted
 * @param requestedService the order that the item stands for
 * @param diagnoses CodeableConcepts: those that the item names, or all of the Claim where it names none
 * @param traceNumbers TRN, echoed in every answer
 * @param from first day of the service: of the item, or else of the patient event, or else of the admission
 * @param until last day of the service; the same day where one day alone is named
 */
public record RequestedItem(
        int sequence,
        ObjectNode item,
        Change change,
        boolean cancelled,
        Optional<Entry> requestedService,
        List<JsonNode> diagnoses,
        List<BusinessId> traceNumbers,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    public RequestedItem {
        diagnoses = List.copyOf(diagnoses);
        traceNumbers = List.copyOf(traceNumbers);
    }
}
