package org.precert.crd.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.precert.coverage.GuideVersion;
import org.precert.coverage.Spelling;
import org.precert.crd.answer.Card;
import org.precert.crd.answer.HookAnswer;
import org.precert.crd.answer.HookAnswer.Informed;
import org.precert.crd.call.HookCall;

/**
 * Writes the answer to a hook: each resource echoed as it came in with its coverage information added, and the cards. Of a
 * resource that carries the same answer already nothing is said again, neither by action nor by card.
 */
public final class HookResponseWriter {

    private final ObjectMapper json;
    private final Supplier<String> ids;
    private final Map<GuideVersion, Spelling> spellings = new EnumMap<>(GuideVersion.class);

    public HookResponseWriter(ObjectMapper json, Supplier<String> ids) {
        this.json = json;
        this.ids = ids;
        for (GuideVersion version : GuideVersion.values()) {
            spellings.put(version, Spelling.of(version));
        }
    }

    /** @param earlier what was said in earlier answers */
    public ObjectNode write(GuideVersion version, HookAnswer answer, Earlier earlier) {
        Spelling spelling = Optional.ofNullable(spellings.get(version)).orElseThrow();
        ObjectNode response = json.createObjectNode();
        ArrayNode cards = response.putArray("cards");
        ArrayNode actions = json.createArrayNode();
        InformedOrder orders = new InformedOrder(spelling, earlier);
        Set<String> unchanged = new HashSet<>();
        for (Informed informed : answer.informed()) {
            String reference = HookCall.reference(informed.resource());
            orders.write(informed)
                    .ifPresentOrElse(
                            resource -> act(actions.addObject(), reference, resource), () -> unchanged.add(reference));
        }
        CardWriter writer = new CardWriter(version, new TaskWriter(json, version), ids);
        answer.cards().stream()
                .filter(card -> !isToldAlready(card, unchanged))
                .forEach(card -> writer.write(cards.addObject(), card));
        if (version == GuideVersion.STU_2_0 || !actions.isEmpty()) {
            // Of 2.0.1 the certification kit wants the list, even if it is empty; the model of 2.2 knows no empty list.
            response.set("systemActions", actions);
        }
        return response;
    }

    private static void act(ObjectNode action, String reference, ObjectNode resource) {
        action.put("type", "update").put("description", "Coverage information for " + reference);
        action.set("resource", resource);
    }

    private static boolean isToldAlready(Card card, Set<String> unchanged) {
        return !card.orders().isEmpty() && unchanged.containsAll(card.orders());
    }
}
