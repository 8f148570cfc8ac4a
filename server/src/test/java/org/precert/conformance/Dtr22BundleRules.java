package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.COLLECTION;
import static org.precert.conformance.Dtr22Rule.EACH_ONCE;
import static org.precert.conformance.Dtr22Rule.EXPANDED;
import static org.precert.conformance.Dtr22Rule.FULL_URL;
import static org.precert.conformance.Dtr22Rule.LIBRARY_NAMES;
import static org.precert.conformance.Dtr22Rule.NOTHING_ELSE;
import static org.precert.conformance.Dtr22Rule.ONE_QUESTIONNAIRE;
import static org.precert.conformance.Dtr22Rule.ONE_RESPONSE;
import static org.precert.conformance.Dtr22Rule.QUESTIONNAIRE_FIRST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The Bundle: one form, its draft, libraries, value sets, and nothing else. */
final class Dtr22BundleRules {

    private static final Set<String> KINDS = Set.of("Questionnaire", "QuestionnaireResponse", "Library", "ValueSet");

    private Dtr22BundleRules() {}

    static void check(JsonNode bundle, Dtr22Findings findings) {
        findings.unless(
                bundle.path("type").asText().equals("collection"),
                COLLECTION,
                bundle.path("type").asText());
        findings.unless(
                DtrTree.type(bundle.at("/entry/0/resource")).equals("Questionnaire"),
                QUESTIONNAIRE_FIRST,
                DtrTree.type(bundle.at("/entry/0/resource")));
        int forms = DtrTree.resources(bundle, "Questionnaire").size();
        findings.unless(forms == 1, ONE_QUESTIONNAIRE, "there are " + forms);
        int drafts = DtrTree.resources(bundle, "QuestionnaireResponse").size();
        findings.unless(drafts == 1, ONE_RESPONSE, "there are " + drafts);
        bundle.path("entry").forEach(entry -> checkEntry(entry, findings));
        checkOnce(bundle, findings);
        DtrTree.resources(bundle, "ValueSet").forEach(valueSet -> checkExpansion(valueSet, findings));
    }

    private static void checkEntry(JsonNode entry, Dtr22Findings findings) {
        JsonNode resource = entry.path("resource");
        String type = DtrTree.type(resource);
        String fullUrl = entry.path("fullUrl").asText();
        findings.unless(KINDS.contains(type), NOTHING_ELSE, type);
        // One client finds this server's base by cutting the type and id off.
        boolean found = type.equals("QuestionnaireResponse")
                ? !fullUrl.isEmpty()
                : fullUrl.matches(
                        "https?://.+/" + type + "/\\Q" + resource.path("id").asText() + "\\E");
        findings.unless(found, FULL_URL, type + " " + fullUrl);
    }

    private static void checkOnce(JsonNode bundle, Dtr22Findings findings) {
        Set<String> canonicals = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (String type : List.of("Library", "ValueSet")) {
            for (JsonNode resource : DtrTree.resources(bundle, type)) {
                String canonical = resource.path("url").asText() + "|"
                        + resource.path("version").asText();
                findings.unless(canonicals.add(canonical), EACH_ONCE, canonical);
            }
        }
        for (JsonNode library : DtrTree.resources(bundle, "Library")) {
            String name = library.path("name").asText();
            findings.unless(!name.isEmpty() && names.add(name), LIBRARY_NAMES, name);
        }
    }

    /** Of active codes alone. Those that libraries look codes up in may be large: clients without a terminology server run them. */
    private static void checkExpansion(JsonNode valueSet, Dtr22Findings findings) {
        JsonNode expansion = valueSet.path("expansion");
        boolean active =
                DtrTree.all(expansion).noneMatch(each -> each.path("inactive").asBoolean());
        findings.unless(
                codes(valueSet) > 0 && active && expansion.has("timestamp"),
                EXPANDED,
                valueSet.path("url").asText());
    }

    static long codes(JsonNode valueSet) {
        return DtrTree.all(valueSet.path("expansion"))
                .filter(each -> each.has("code"))
                .count();
    }
}
