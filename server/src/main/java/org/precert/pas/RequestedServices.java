package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Code;
import org.precert.cases.Service;
import org.precert.clocks.Subject;
import org.precert.pas.call.RequestedItem;

/** Reads what an item asks for, and whether it is a drug. */
final class RequestedServices {

    private final List<String> drugCodes;

    /** @param drugCodes beginnings of system|code */
    RequestedServices(List<String> drugCodes) {
        this.drugCodes = List.copyOf(drugCodes);
    }

    static Service of(RequestedItem item) {
        JsonNode node = item.item();
        List<Code> modifiers = new ArrayList<>();
        node.path("modifier").forEach(each -> modifiers.add(code(each)));
        JsonNode quantity = node.path("quantity");
        return new Service(
                code(node.path("productOrService")),
                modifiers,
                quantity.path("value").isNumber()
                        ? Optional.of(quantity.path("value").decimalValue()).map(BigDecimal::stripTrailingZeros)
                        : Optional.empty(),
                quantity.path("unit").asText(quantity.path("code").asText()),
                item.from(),
                item.until(),
                node.path("locationCodeableConcept")
                        .path("coding")
                        .path(0)
                        .path("code")
                        .asText());
    }

    private static Code code(JsonNode concept) {
        JsonNode coding = concept.path("coding").path(0);
        return new Code(
                coding.path("system").asText(),
                coding.path("code").asText(),
                concept.path("text").asText());
    }

    /** @param order the type of the order behind it */
    Subject subject(Service service, String order) {
        String code = service.code().system() + "|" + service.code().code();
        boolean drug = order.equals("MedicationRequest") || drugCodes.stream().anyMatch(code::startsWith);
        return drug ? Subject.DRUG : Subject.SERVICE;
    }
}
