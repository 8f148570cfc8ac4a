package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * An item of an inquiry: an example of what is looked for.
 *
 * @param sequence 0 where none was sent
 * @param service a CodeableConcept; empty where any service will do (PAS 2.2.1, spec-43)
 * @param serviceEnd the last code of a range that begins with the service
 * @param issued when the certification was issued
 * @param expires when it ends
 * @param effective when it holds
 * @param reviewAction X12 306, only items of this result
 * @param diagnoses CodeableConcepts, of which any will do; none asks for none
 */
public record InquiredItem(
        int sequence,
        ObjectNode item,
        Optional<JsonNode> service,
        Optional<JsonNode> serviceEnd,
        Optional<DateRange> serviced,
        Optional<DateRange> issued,
        Optional<DateRange> expires,
        Optional<DateRange> effective,
        Optional<String> reviewAction,
        List<JsonNode> diagnoses,
        List<BusinessId> traceNumbers) {

    public InquiredItem {
        diagnoses = List.copyOf(diagnoses);
        traceNumbers = List.copyOf(traceNumbers);
    }
}
