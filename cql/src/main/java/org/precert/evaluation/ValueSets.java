package org.precert.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.terminology.CodeSystemInfo;
import org.opencds.cqf.cql.engine.terminology.TerminologyProvider;
import org.opencds.cqf.cql.engine.terminology.ValueSetInfo;

/**
 * Membership in value sets, from memory. Two files of one canonical add up: that is how a deployment widens a value set.
 * {@code is-a} is followed by prefix, which is how ICD-10-CM and the Source of Payment Typology nest: a code that a
 * later edition adds below a category is in, too.
 */
public final class ValueSets implements TerminologyProvider {

    private final Map<String, Map<String, Codes>> sets = new HashMap<>();

    /** @param resources any FHIR resources; those that are no ValueSet are passed over */
    public ValueSets(Collection<JsonNode> resources) {
        for (JsonNode resource : resources) {
            if (resource.path("resourceType").asText().equals("ValueSet")) {
                Map<String, Codes> set =
                        sets.computeIfAbsent(resource.path("url").asText(), url -> new HashMap<>());
                resource.path("compose").path("include").forEach(include -> add(set, include));
                resource.path("expansion")
                        .path("contains")
                        .forEach(code ->
                                of(set, code).exact.add(code.path("code").asText()));
            }
        }
    }

    private static void add(Map<String, Codes> set, JsonNode include) {
        Codes codes = of(set, include);
        include.path("concept")
                .forEach(concept -> codes.exact.add(concept.path("code").asText()));
        include.path("filter").forEach(filter -> {
            if (filter.path("op").asText().equals("is-a")) {
                codes.categories.add(filter.path("value").asText());
            }
        });
    }

    private static Codes of(Map<String, Codes> set, JsonNode withSystem) {
        return set.computeIfAbsent(withSystem.path("system").asText(), system -> new Codes());
    }

    /** @throws IllegalStateException for a value set that is not loaded: an unknown set is our error, never an empty one */
    @Override
    public boolean in(Code code, ValueSetInfo valueSet) {
        return holds(String.valueOf(valueSet.getId()), code.getSystem(), code.getCode());
    }

    /** @throws IllegalStateException for a value set that is not loaded: an unknown set is our error, never an empty one */
    boolean holds(String url, @Nullable String system, @Nullable String code) {
        Map<String, Codes> set = sets.get(url);
        if (set == null) {
            throw new IllegalStateException("Value set " + url + " is not loaded");
        }
        Codes codes = system == null ? null : set.get(system);
        return codes != null && code != null && codes.hold(code);
    }

    boolean holds(String url) {
        return sets.containsKey(url);
    }

    @Override
    public Iterable<Code> expand(ValueSetInfo valueSet) {
        throw new UnsupportedExpansion(valueSet.getId());
    }

    @Override
    public @Nullable Code lookup(Code code, CodeSystemInfo codeSystem) {
        return null;
    }

    private static final class Codes {
        private final Set<String> exact = new HashSet<>();
        private final Set<String> categories = new HashSet<>();

        boolean hold(String code) {
            return exact.contains(code) || below(code);
        }

        private boolean below(String code) {
            for (int length = categories.isEmpty() ? 0 : code.length(); length > 0; length--) {
                if (categories.contains(code.substring(0, length))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A define asked for the codes of a set, which the shared libraries never do. */
    private static final class UnsupportedExpansion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnsupportedExpansion(@Nullable String url) {
            super("Ask for membership, not for the codes of " + url);
        }
    }
}
