package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precert.cases.Basis.Earlier;
import org.precert.pas.call.Entry;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;
import org.precert.review.KeptReview;
import org.precert.review.KeptReviews;
import org.precert.review.Review;

/**
 * Finds what was said of an item at order entry, by the coverage-assertion-id that its order carries, or the completed
 * form. A difference is not hidden.
 */
final class EarlierWords {

    private static final String ASSERTION = "coverage-assertion-id";

    private final KeptReviews reviews;

    EarlierWords(KeptReviews reviews) {
        this.reviews = reviews;
    }

    Optional<Earlier> of(SubmittedRequest request, RequestedItem item, Review now, String client) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.concat(
                        item.requestedService().stream(),
                        request.attached().stream().filter(each -> each.type().equals("QuestionnaireResponse")))
                .map(Entry::resource)
                .forEach(resource -> collect(resource.path("extension"), ids));
        return ids.stream()
                .flatMap(id -> reviews.find(id).stream())
                .filter(kept -> kept.client().equals(client))
                // What one payer said is nothing to another's staff.
                .filter(kept -> kept.payer().equals(now.coverage().payer().key()))
                .filter(kept -> concerns(kept, item, now))
                .findFirst()
                .map(kept -> new Earlier(
                        kept.assertionId(),
                        kept.determination(),
                        kept.determination() != now.ruling().decision().determination()));
    }

    /** A request may carry the words on several orders. */
    private static boolean concerns(KeptReview kept, RequestedItem item, Review now) {
        String order = kept.order();
        return order.equals(now.order().reference())
                || item.requestedService()
                        .map(each -> order.equals(each.type() + "/" + each.id()))
                        .orElse(false);
    }

    private static void collect(JsonNode extensions, Set<String> ids) {
        for (JsonNode extension : extensions) {
            if (extension.path("url").asText().equals(ASSERTION)) {
                String id = extension.path("valueString").asText();
                ids.add(id.isEmpty() ? extension.path("valueId").asText() : id);
            }
            collect(extension.path("extension"), ids);
        }
    }
}
