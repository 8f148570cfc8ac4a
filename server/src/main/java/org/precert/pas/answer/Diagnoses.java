package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.precert.cases.Line;

/**
 * The diagnoses that a line is about: those that the request gives for it, in the code systems of X12 278. The payer makes none of its
 * own.
 */
record Diagnoses(Matter matter) {

    /** http://hl7.org/fhir/us/davinci-pas/ValueSet/X12278DiagnosisCodes, which is required. */
    private static final Set<String> SYSTEMS = Set.of(
            "http://hl7.org/fhir/sid/icd-10-cm",
            "http://terminology.hl7.org/CodeSystem/icd9cm",
            "https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/AcuteInpatientPPS/MS-DRG-Classifications-and-Software",
            "http://uri.hddaccess.com/cs/apdrg",
            "http://uri.hddaccess.com/cs/aprdrg");

    /** @param most how many there is room for */
    void write(Extensions extensions, Line line, int most) {
        of(line).stream().limit(most).forEach(diagnosis -> extensions.concept(Terms.DIAGNOSIS, diagnosis));
    }

    private List<JsonNode> of(Line line) {
        return matter.item(line).stream()
                .flatMap(item -> item.diagnoses().stream())
                .flatMap(diagnosis -> SYSTEMS.stream().flatMap(system -> Concepts.in(system, diagnosis).stream()))
                .map(JsonNode.class::cast)
                .distinct()
                .toList();
    }
}
