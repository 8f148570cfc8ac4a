package org.precert.pas;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.precert.cases.Submissions;
import org.precert.pas.call.Entry;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;

/**
 * All of a line that a decision rests on, as one short text: what the item asks for, what its order says, for what reasons
 * and by whom. What an update says about itself is not in it, for it may say nothing.
 */
final class Fingerprint {

    private static final Set<String> SAID = Set.of("infoChanged", "certificationType", "infoCancelled");
    private static final List<String> OF_ORDER = List.of(
            "status",
            "intent",
            "doNotPerform",
            "code",
            "medicationCodeableConcept",
            "medicationReference",
            "quantityQuantity",
            "dosageInstruction",
            "dispenseRequest");

    private Fingerprint() {}

    static String of(SubmittedRequest request, RequestedItem item) {
        StringBuilder text = new StringBuilder(asked(item.item()));
        item.requestedService()
                .ifPresent(order -> OF_ORDER.forEach(
                        name -> text.append('|').append(order.resource().path(name))));
        item.diagnoses().forEach(each -> text.append('|').append(each));
        text.append('|').append(providers(request.provider()));
        return Submissions.hash(text.toString().getBytes(UTF_8));
    }

    private static String asked(ObjectNode item) {
        ObjectNode asked = item.deepCopy();
        asked.remove("modifierExtension");
        // Where it stands in the lists of the Claim is no part of it.
        asked.remove(List.of("diagnosisSequence", "informationSequence", "careTeamSequence"));
        if (asked.path("extension") instanceof ArrayNode extensions) {
            for (int i = extensions.size() - 1; i >= 0; i--) {
                String url = extensions.path(i).path("url").asText();
                if (SAID.stream().anyMatch(url::endsWith) || url.endsWith("requestedService")) {
                    extensions.remove(i);
                }
            }
        }
        return asked.toString();
    }

    private static Set<String> providers(Optional<Entry> provider) {
        Set<String> ids = new TreeSet<>();
        provider.ifPresent(entry -> {
            for (JsonNode identifier : entry.resource().path("identifier")) {
                ids.add(identifier.path("value").asText());
            }
        });
        return ids;
    }
}
