package org.precert.crd;

import java.util.List;
import java.util.Set;

/**
 * A card for the clinician. https://cds-hooks.hl7.org/2.0/#card-attributes
 *
 * @param summary under 140 characters
 * @param detail GitHub-flavoured Markdown
 * @param orders Type/id of the orders that it is about
 */
record Card(
        Topic topic,
        Indicator indicator,
        String source,
        String summary,
        String detail,
        List<Link> links,
        Set<String> orders) {

    /** The card types of CRD 2.0.1 that are used here. */
    enum Topic {
        COVERAGE_INFO("coverage-info", "Coverage Information"),
        OFF_GUIDELINE("off-guideline", "Off Guideline"),
        THERAPY_ALTERNATIVES("therapy-alternatives-opt", "Optional Therapy Alternatives"),
        GUIDELINE("guideline", "Guideline"),
        CLAIM("claim", "Claim");

        private final String code;
        private final String display;

        Topic(String code, String display) {
            this.code = code;
            this.display = display;
        }

        String code() {
            return code;
        }

        String display() {
            return display;
        }
    }

    /** Critical is for danger to life, which no coverage answer is. */
    enum Indicator {
        INFO,
        WARNING
    }

    record Link(String label, String url) {}

    private static final int LONGEST = 139;

    Card {
        summary = summary.length() > LONGEST ? summary.substring(0, LONGEST - 1) + "…" : summary;
        links = List.copyOf(links);
        orders = Set.copyOf(orders);
    }
}
