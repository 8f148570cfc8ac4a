package org.precert.crd.answer;

import java.util.List;
import java.util.Set;

/**
 * A card for the clinician. https://cds-hooks.hl7.org/2.0/#card-attributes
 *
 * @param source the insurer, as on the member's card
 * @param summary under 140 characters
 * @param detail GitHub-flavoured Markdown
 * @param suggestions at most one of them is to be taken
 * @param orders Type/id of the orders that it is about
 */
public record Card(
        Topic topic,
        Indicator indicator,
        String source,
        String summary,
        String detail,
        List<Link> links,
        List<Suggestion> suggestions,
        Set<String> orders) {

    /** Critical is for danger to life, which no coverage answer is. */
    public enum Indicator {
        INFO,
        WARNING
    }

    public record Link(String label, String url) {}

    private static final int LONGEST = 139;

    public Card {
        summary = summary.length() > LONGEST ? summary.substring(0, LONGEST - 1) + "…" : summary;
        links = List.copyOf(links);
        suggestions = List.copyOf(suggestions);
        orders = Set.copyOf(orders);
    }

    /** A card that tells and proposes nothing. */
    static Card of(
            Topic topic,
            Indicator indicator,
            String source,
            String summary,
            String detail,
            List<Link> links,
            Set<String> orders) {
        return new Card(topic, indicator, source, summary, detail, links, List.of(), orders);
    }
}
