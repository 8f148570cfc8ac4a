package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.precert.cases.Case;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.Problem;
import org.precert.pas.call.SubmittedRequest;

/** Answers as they leave the house. */
final class Answers {

    static final ResponseWriter WRITER = new ResponseWriter(AskedFor.JSON);

    private Answers() {}

    static Reply reply(PasVersion version) {
        return new Reply(
                "urn:uuid:9b2f6c1e-4d55-4c1b-8a37-1f2e3d4c5b6a",
                Instant.parse("2026-11-04T12:00:00Z"),
                LocalDate.of(2026, 11, 4),
                "telephone 555-0199",
                "http://localhost:8080" + version.base());
    }

    static JsonNode answered(Case state, PasVersion version) {
        return answered(state, AskedFor.request(version), version);
    }

    static JsonNode answered(Case state, SubmittedRequest request, PasVersion version) {
        return read(WRITER.answered(new Found(state, request), version, reply(version)));
    }

    static JsonNode failed(PasVersion version, List<Problem> problems) {
        return read(WRITER.failed(AskedFor.request(version), problems, reply(version)));
    }

    static JsonNode inquired(PasVersion version, List<Case> states, boolean withheld) {
        return inquired(version, states, Set.of(), withheld, 0);
    }

    static JsonNode inquired(PasVersion version, List<Case> states, Set<String> others, boolean withheld, int left) {
        return inquired(version, states, others, withheld, left, AskedFor.request(version));
    }

    static JsonNode inquired(
            PasVersion version,
            List<Case> states,
            Set<String> others,
            boolean withheld,
            int left,
            SubmittedRequest request) {
        List<Found> found =
                states.stream().map(state -> new Found(state, request)).toList();
        return read(
                WRITER.inquired(new Finds(found, others, withheld, left), AskedFor.inquiry(version), reply(version)));
    }

    /** The Bundles of an answer to an inquiry, of either version. */
    static List<JsonNode> bundles(JsonNode inquired) {
        if (inquired.path("resourceType").asText().equals("Bundle")) {
            return List.of(inquired);
        }
        List<JsonNode> bundles = new ArrayList<>();
        inquired.path("parameter").forEach(parameter -> {
            if (parameter.path("name").asText().equals("return")) {
                bundles.add(parameter.path("resource"));
            }
        });
        return bundles;
    }

    /** The same under another id. */
    static Case another(Case state) {
        return new Case(
                "another-" + state.id(),
                "C0000002",
                state.version(),
                state.submission(),
                state.payer(),
                state.requester(),
                state.member(),
                state.expedited(),
                state.receivedAt(),
                state.continues(),
                state.lines(),
                state.asks(),
                state.due(),
                state.extended(),
                state.escalated(),
                state.changedAt(),
                state.events());
    }

    static JsonNode response(JsonNode bundle) {
        return bundle.at("/entry/0/resource");
    }

    static List<JsonNode> resources(JsonNode bundle, String type) {
        List<JsonNode> found = new ArrayList<>();
        bundle.path("entry").forEach(entry -> {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                found.add(entry.path("resource"));
            }
        });
        return found;
    }

    /** Every code of this system, wherever it stands. */
    static List<String> codes(JsonNode resource, String system) {
        List<String> found = new ArrayList<>();
        each(resource, node -> {
            if (node.path("system").asText().equals(system) && node.has("code")) {
                found.add(node.path("code").asText());
            }
        });
        return found;
    }

    static void each(JsonNode node, Consumer<JsonNode> what) {
        what.accept(node);
        node.forEach(child -> each(child, what));
    }

    static JsonNode read(byte[] bytes) {
        try {
            return AskedFor.JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
