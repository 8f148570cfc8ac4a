package org.precert.crd;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.precert.review.Review;
import org.precert.review.Reviewed;

/** Writes the answer to a hook: each order echoed as it came in with its coverage information added, and the cards. */
final class HookResponseWriter {

    private static final String CARD_TYPES = "http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp";

    private final ObjectMapper json;
    private final CoverageInformationOf coverageInformation;
    private final CoverageInformationWriter extensions = new CoverageInformationWriter();
    private final Cards cards;
    private final Supplier<String> ids;

    HookResponseWriter(
            ObjectMapper json, CoverageInformationOf coverageInformation, Cards cards, Supplier<String> ids) {
        this.json = json;
        this.coverageInformation = coverageInformation;
        this.cards = cards;
        this.ids = ids;
    }

    /** Nothing was ordered, so nothing is said. */
    ObjectNode nothing() {
        ObjectNode response = json.createObjectNode();
        response.putArray("cards");
        response.putArray("systemActions");
        return response;
    }

    ObjectNode write(HookRequest request, Reviewed reviewed) {
        ObjectNode response = json.createObjectNode();
        ArrayNode cardNodes = response.putArray("cards");
        cards.of(reviewed).forEach(card -> write(cardNodes.addObject(), card));
        ArrayNode actions = response.putArray("systemActions");
        Map<String, ObjectNode> echoes = new LinkedHashMap<>();
        for (ObjectNode order : request.selected()) {
            List<Review> reviews = reviewed.reviews().stream()
                    .filter(review -> review.order().reference().equals(HookRequest.reference(order)))
                    .toList();
            if (!reviews.isEmpty()) {
                echoes.put(HookRequest.reference(order), annotated(request.hook(), order, reviews));
            }
        }
        echoes.forEach((reference, order) -> actions.addObject()
                .put("type", "update")
                .put("description", "Coverage information for " + reference)
                .set("resource", order));
        return response;
    }

    private ObjectNode annotated(Hook hook, ObjectNode order, List<Review> reviews) {
        ObjectNode echo = order.deepCopy();
        for (Review review : reviews) {
            CoverageInformation information = coverageInformation.render(review, order);
            extensions.write(echo, hook.asksForDocuments() ? information : information.withoutDocuments());
        }
        return echo;
    }

    /** Empty arrays are left out: clients read an empty list of links as "has links". */
    private void write(ObjectNode node, Card card) {
        node.put("uuid", ids.get());
        node.put("summary", card.summary());
        node.put("detail", card.detail());
        node.put("indicator", card.indicator().name().toLowerCase(Locale.ROOT));
        node.putObject("source")
                .put("label", card.source())
                .putObject("topic")
                .put("system", CARD_TYPES)
                .put("code", card.topic().code())
                .put("display", card.topic().display());
        if (!card.links().isEmpty()) {
            ArrayNode links = node.putArray("links");
            card.links()
                    .forEach(link -> links.addObject()
                            .put("label", link.label())
                            .put("url", link.url())
                            .put("type", "absolute"));
        }
        if (!card.orders().isEmpty()) {
            ArrayNode orders = node.putObject("extension").putArray("davinci-crd.associated-resource");
            card.orders().stream().sorted().forEach(orders::add);
        }
    }
}
