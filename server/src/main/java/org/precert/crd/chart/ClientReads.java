package org.precert.crd.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.precert.crd.call.Prefetch;
import org.precert.outgoing.Answer;
import org.precert.outgoing.Destination;
import org.precert.outgoing.OutgoingHttp;
import org.precert.review.Deadline;
import org.precert.sight.Fact;
import org.precert.sight.Span;
import org.precert.sight.Spans;
import org.precert.sight.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from one client's FHIR server for one call. Never throws: what can not be had in time is told as not had. */
final class ClientReads {

    private static final Logger LOG = LoggerFactory.getLogger(ClientReads.class);
    private static final String FHIR_JSON = "application/fhir+json";
    private static final int MOST_PAGES = 5;

    /** Of one call, over everything that it reads: more takes longer to parse than there is time. */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    /** What traces tell by its type: of others that may be anything. */
    private static final Set<String> TOLD = Set.of(
            "Appointment",
            "Condition",
            "Coverage",
            "DeviceRequest",
            "Encounter",
            "Location",
            "Medication",
            "MedicationRequest",
            "Observation",
            "Organization",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Procedure",
            "QuestionnaireResponse",
            "ServiceRequest",
            "Task");

    private static final Set<Integer> NONE = Set.of(404, 410);

    private final OutgoingHttp http;
    private final ObjectMapper json;
    private final Destination destination;
    private final Optional<String> token;
    private final Deadline deadline;
    private final AtomicLong bytes = new AtomicLong();

    ClientReads(
            OutgoingHttp http, ObjectMapper json, Destination destination, Optional<String> token, Deadline deadline) {
        this.http = http;
        this.json = json;
        this.destination = destination;
        this.token = token;
        this.deadline = deadline;
    }

    /**
     * @param found what was had, maybe a part
     * @param complete whether that is all there is
     * @param answered whether the server had something to say: that a resource is not there is an answer as well
     */
    record Had(List<ObjectNode> found, boolean complete, boolean answered) {

        static final Had NOTHING = new Had(List.of(), false, false);

        Had {
            found = List.copyOf(found);
        }
    }

    /** @param path below the base: Type/id, or a search */
    CompletableFuture<Had> get(String path) {
        String base = destination.base().toString();
        Span span = Spans.beside(Work.FETCH).tell(Fact.RESOURCE, type(path));
        return page(URI.create((base.endsWith("/") ? base : base + "/") + path), new ArrayList<>(), 1)
                .whenComplete(
                        (had, gone) -> span.tell(Fact.OUTCOME, outcome(had)).close());
    }

    private static String type(String path) {
        String type = path.split("[/?]", 2)[0];
        return TOLD.contains(type) ? type : "other";
    }

    private static String outcome(@Nullable Had had) {
        return had == null || !had.answered() ? "not-had" : had.complete() ? "had" : "had-in-part";
    }

    private CompletableFuture<Had> page(URI url, List<ObjectNode> before, int number) {
        return http.get(destination, url, token, FHIR_JSON, deadline.left())
                .thenCompose(answer -> body(answer)
                        .map(body -> add(body, before, number))
                        .orElseGet(() -> CompletableFuture.completedFuture(new Had(before, false, isNone(answer)))));
    }

    /** Page links are followed as far as they stay below the registered base: what lies elsewhere is not this client. */
    private CompletableFuture<Had> add(JsonNode body, List<ObjectNode> before, int number) {
        before.addAll(Prefetch.resources(body));
        Optional<String> next = next(body);
        if (next.isEmpty()) {
            return CompletableFuture.completedFuture(new Had(before, Prefetch.isComplete(body), true));
        }
        Optional<URI> url = next.flatMap(ClientReads::uri).filter(destination::covers);
        if (url.isEmpty() || number == MOST_PAGES) {
            LOG.info("A client's search has pages that are not followed");
            return CompletableFuture.completedFuture(new Had(before, false, true));
        }
        return page(url.get(), before, number + 1);
    }

    private static Optional<String> next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return Optional.of(link.path("url").asText());
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isNone(Answer answer) {
        return answer instanceof Answer.Received received && NONE.contains(received.status());
    }

    private Optional<JsonNode> body(Answer answer) {
        if (!(answer instanceof Answer.Received received)
                || received.status() != 200
                || bytes.addAndGet(received.body().length) > MOST_BYTES
                || !received.contentType().toLowerCase(Locale.ROOT).contains("json")) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(received.body()));
        } catch (IOException | ArithmeticException e) {
            LOG.info("A client's FHIR server gave no valid JSON");
            return Optional.empty();
        }
    }
}
