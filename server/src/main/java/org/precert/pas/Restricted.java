package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.precert.pas.answer.Found;
import org.precert.pas.call.Entry;

/** What its sender labelled as restricted, 42 CFR Part 2 and the like, is told to nobody else: PAS 2.2.1, spec-49. */
final class Restricted {

    private static final Set<String> LABELS = Set.of("R", "V");

    private Restricted() {}

    static boolean is(Found each) {
        return isLabelled(each.request().bundle().head())
                || each.request().bundle().entries().stream()
                        .map(Entry::resource)
                        .anyMatch(Restricted::isLabelled);
    }

    private static boolean isLabelled(JsonNode resource) {
        for (JsonNode label : resource.path("meta").path("security")) {
            if (LABELS.contains(label.path("code").asText())) {
                return true;
            }
        }
        return false;
    }
}
