package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.AUTHOR;
import static org.precert.conformance.Dtr22Rule.ORIGIN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Where each answer comes from. The profiles ask for it too, but as it is validated that reaches no answers of nested items,
 * nor those after them.
 */
public enum DtrOrigins {
    DTR_2_0("auto"),
    DTR_2_2("auto-client", "auto-server");

    static final String URL = DtrCanonicals.DTR + "information-origin";

    private static final Set<String> BY_PEOPLE = Set.of("override", "manual");

    private final Set<String> byMachine;

    DtrOrigins(String... byMachine) {
        this.byMachine = Set.of(byMachine);
    }

    /** What is wrong with those of a response; empty if nothing is. */
    public List<String> errors(JsonNode response) {
        Dtr22Findings findings = new Dtr22Findings();
        check(response, findings);
        return findings.texts();
    }

    void check(JsonNode response, Dtr22Findings findings) {
        DtrTree.items(response).forEach(item -> {
            String linkId = item.path("linkId").asText();
            item.path("answer").forEach(answer -> check(answer, linkId, findings));
        });
    }

    static String source(JsonNode origin) {
        List<JsonNode> sources = DtrTree.extensions(origin, "source");
        return sources.size() == 1 ? sources.get(0).path("valueCode").asText() : "";
    }

    private void check(JsonNode answer, String linkId, Dtr22Findings findings) {
        List<JsonNode> origins = DtrTree.extensions(answer, URL);
        findings.unless(origins.size() == 1, ORIGIN, linkId + " has " + origins.size());
        for (JsonNode origin : origins) {
            String source = source(origin);
            boolean byPeople = BY_PEOPLE.contains(source);
            findings.unless(byPeople || byMachine.contains(source), ORIGIN, linkId + " is '" + source + "'");
            findings.unless(DtrTree.has(origin, "author") == byPeople, AUTHOR, linkId + " is '" + source + "'");
        }
    }
}
