package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.SubmittedRequest;

/**
 * The provider's own attachment control numbers, under which documents come that nobody asked for: PAS 2.2.1,
 * documentInformation.controlNumber. 2.0.1 has none, there it is the identifier of the Claim.
 */
final class ControlNumbers {

    private static final String INFORMATION =
            "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-documentInformation";

    private ControlNumbers() {}

    static Set<String> of(SubmittedRequest request) {
        Set<String> numbers = new LinkedHashSet<>();
        if (request.version() == PasVersion.STU_2_0) {
            request.claimIds().forEach(id -> numbers.add(id.value()));
        }
        for (JsonNode info : request.claim().resource().path("supportingInfo")) {
            for (JsonNode extension : info.path("extension")) {
                if (extension.path("url").asText().equals(INFORMATION)) {
                    add(extension, numbers);
                }
            }
        }
        return numbers;
    }

    private static void add(JsonNode information, Set<String> numbers) {
        for (JsonNode part : information.path("extension")) {
            String number = part.path("valueString").asText().strip();
            if (part.path("url").asText().equals("controlNumber") && !number.isEmpty()) {
                numbers.add(number);
            }
        }
    }
}
