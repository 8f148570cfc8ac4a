package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A card of an answer.
 *
 * @param topic its type, as the guide codes it
 * @param orders Type/id of the orders that it is about
 */
record AnsweredCard(String id, String topic, Set<String> orders) {

    private static final String BETWEEN = " ";

    AnsweredCard {
        orders = Set.copyOf(orders);
    }

    static List<AnsweredCard> in(JsonNode answer) {
        List<AnsweredCard> cards = new ArrayList<>();
        for (JsonNode card : answer.path("cards")) {
            Set<String> orders = new HashSet<>();
            card.path("extension").path("davinci-crd.associated-resource").forEach(each -> orders.add(each.asText()));
            cards.add(new AnsweredCard(
                    card.path("uuid").asText(),
                    card.path("source").path("topic").path("code").asText(),
                    orders));
        }
        return cards;
    }

    /** The ids as a column holds them. */
    static String column(List<AnsweredCard> cards) {
        return cards.stream().map(card -> sought(card.id())).collect(Collectors.joining());
    }

    /** What to look for in the column. */
    static String sought(String card) {
        return BETWEEN + card + BETWEEN;
    }
}
