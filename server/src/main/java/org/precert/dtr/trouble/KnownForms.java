package org.precert.dtr.trouble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.precert.policy.Policy;
import org.precert.policy.PolicyBook;

/** The forms of all policies and their adaptive twins, found by what clients call them. */
final class KnownForms {

    private static final String TYPE = "Questionnaire/";
    private static final String ADAPTIVE = "-adaptive";
    private static final String HISTORY = "/_history/";

    private final Map<String, Set<String>> versions;
    private final List<String> prefixes;

    /**
     * @param versions of each form, by its id
     * @param baseUrl where clients reach this server
     */
    KnownForms(Map<String, Set<String>> versions, String baseUrl) {
        this.versions = Map.copyOf(versions);
        // The first is what canonicals start with.
        this.prefixes = List.of(
                baseUrl + "/fhir/" + TYPE,
                baseUrl + "/dtr/2.0/fhir/" + TYPE,
                baseUrl + "/dtr/2.2/fhir/" + TYPE,
                "/" + TYPE,
                TYPE);
    }

    static KnownForms of(PolicyBook book, String baseUrl) {
        Map<String, Set<String>> versions = new HashMap<>();
        for (Policy policy : book.policies()) {
            for (String form : policy.questionnaires().keySet()) {
                String id = policy.questionnaireId(form);
                for (String twin : List.of(id, id + ADAPTIVE)) {
                    versions.computeIfAbsent(twin, any -> new TreeSet<>()).add(policy.version());
                }
            }
        }
        return new KnownForms(versions, baseUrl);
    }

    /** @param sent a canonical, with or without a version, or a reference */
    FormVersion find(String sent) {
        int bar = sent.indexOf('|');
        String url = bar < 0 ? sent : sent.substring(0, bar);
        String id = id(url);
        Set<String> known = versions.get(id);
        if (known == null) {
            return FormVersion.UNKNOWN;
        }
        String version = bar < 0 ? "" : sent.substring(bar + 1);
        boolean kept = version.isEmpty() || known.contains(version);
        return new FormVersion(prefixes.get(0) + id, kept ? version : FormVersion.OTHER);
    }

    private String id(String url) {
        String rest = prefixes.stream()
                .filter(url::startsWith)
                .findFirst()
                .map(prefix -> url.substring(prefix.length()))
                .orElse("");
        int history = rest.indexOf(HISTORY);
        return history < 0 ? rest : rest.substring(0, history);
    }
}
