package org.precert.crd.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.precert.crd.call.HookCall;
import org.precert.crd.call.References;
import org.precert.crd.chart.ClientReads.Had;
import org.precert.review.Chart;
import org.precert.review.ChartFacts;
import org.precert.review.Deadline;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * What is known of the patient for one call: the context, the prefetch, and what can be read from the client's FHIR server
 * in time. What has to be known of every call is gathered first; of the rest of the chart only what a policy asks for.
 */
public final class CallChart implements Chart {

    /** An order may refer to an order that refers to its drug. */
    private static final int MOST_ROUNDS = 3;

    private static final int MOST_READS = 100;

    /** Comes with the call, or by reference: never searched for. */
    private static final Set<String> NOT_SEARCHED =
            Set.of("Appointment", "Coverage", "Encounter", "Medication", "Organization", "ServiceRequest");

    private final HookCall call;
    private final References references;
    private final Optional<ClientReads> client;
    private final ChartFacts facts;
    private final Deadline deadline;
    private final Map<String, ObjectNode> known = new LinkedHashMap<>();
    private final Set<String> tried = new LinkedHashSet<>();
    private final List<ObjectNode> gathered = new ArrayList<>();
    private boolean reachable = true;
    private boolean coverageKnown;

    CallChart(HookCall call, References references, Optional<ClientReads> client, ChartFacts facts, Deadline deadline) {
        this.call = call;
        this.deadline = deadline;
        this.references = references;
        this.client = client;
        this.facts = facts;
    }

    /** @throws InvalidRequest if coverages, or an order that the context refers to, were neither sent nor can be had */
    CallChart gather() {
        add(call.context().resources());
        add(call.prefetch().resources());
        coverageKnown = call.prefetch().coverageKnown() && !onlyForeignCoverages();
        Optional<CompletableFuture<Had>> coverages = coverageKnown
                ? Optional.empty()
                : client.map(reads -> reads.get("Coverage?patient=" + encoded(call.patient())));
        // The coverages are under way while the rest is read; what they refer to is read after both.
        follow();
        if (!coverageKnown) {
            Had had = coverages.map(CompletableFuture::join).orElse(Had.NOTHING);
            if (!had.complete() && had.found().isEmpty() && coverages().isEmpty()) {
                throw missing(
                        "prefetch.coverage",
                        "The patient's coverage was neither sent as prefetch nor can it be read from the FHIR server");
            }
            add(had.found());
            coverageKnown = had.complete();
            follow();
        }
        gathered.forEach(CallChart::checkCoverageId);
        return this;
    }

    /** Whether every coverage of the patient is known, and not just some. */
    public boolean coverageKnown() {
        return coverageKnown;
    }

    private List<ObjectNode> coverages() {
        return resources().stream()
                .filter(each -> each.path("resourceType").asText().equals("Coverage"))
                .toList();
    }

    private boolean onlyForeignCoverages() {
        boolean any = gathered.stream()
                .anyMatch(each -> each.path("resourceType").asText().equals("Coverage"));
        return any && coverages().isEmpty();
    }

    /** Everything gathered so far that has an id and is not another patient's. */
    public List<ObjectNode> resources() {
        return Belonging.usable(gathered, call.patient(), references);
    }

    /** The resources to be answered for, as they came in; what is over or not to be done is left out. */
    public List<ObjectNode> subjects() {
        List<ObjectNode> subjects = new ArrayList<>();
        boolean unread = false;
        for (String reference : call.context().subjects()) {
            ObjectNode subject = known.get(reference);
            unread |= subject == null;
            if (subject != null && HookCall.isOpen(subject)) {
                subjects.add(checked(subject));
            }
        }
        if (unread && subjects.isEmpty() && !call.hook().aboutVisit()) {
            throw missing("context", "The order that the call refers to was neither sent nor can it be read");
        }
        return subjects;
    }

    private ObjectNode checked(ObjectNode subject) {
        if (!Belonging.isUsable(subject, call.patient(), references)) {
            throw new InvalidRequest(
                    Kind.NOT_CONFORMANT, "context", "What the call refers to is not of the patient of the call");
        }
        return subject;
    }

    /** Whether everything that the orders refer to could be asked for. */
    public boolean reachable() {
        return reachable;
    }

    /** A resource of the call by Type/id. */
    public Optional<ObjectNode> find(String reference) {
        return Optional.ofNullable(known.get(reference))
                .filter(resource -> Belonging.isUsable(resource, call.patient(), references));
    }

    /** Whether the client's server is known to have a resource: a search that fails leaves it open, and counts as no. */
    public boolean holds(String search) {
        return client.map(reads -> reads.get(search).join())
                .filter(had -> !had.found().isEmpty())
                .isPresent();
    }

    @Override
    public More read(Set<String> types) {
        Map<String, CompletableFuture<Had>> running = new LinkedHashMap<>();
        for (String type : types) {
            if (!NOT_SEARCHED.contains(type) && !call.prefetch().settles(type)) {
                client.ifPresent(reads -> running.put(type, reads.get(type + "?patient=" + encoded(call.patient()))));
            }
        }
        List<ObjectNode> found = new ArrayList<>();
        Set<String> unread = new LinkedHashSet<>();
        running.forEach((type, had) -> {
            found.addAll(had.join().found());
            if (!had.join().complete()) {
                unread.add(type);
            }
        });
        found.removeIf(resource -> known.containsKey(HookCall.reference(resource)));
        if (found.isEmpty()) {
            return new More(List.of(), More.NOTHING.facts(), unread);
        }
        List<ObjectNode> usable = Belonging.usable(found, call.patient(), references);
        ChartFacts.Made made = facts.readable(usable, references, deadline);
        if (deadline.over()) {
            unread.addAll(running.keySet());
        }
        return new More(made.canonical(), made.facts(), unread);
    }

    private void add(List<ObjectNode> resources) {
        for (ObjectNode resource : resources) {
            gathered.add(resource);
            known.putIfAbsent(HookCall.reference(resource), resource);
        }
    }

    /** Reads what is referred to, and what that refers to in turn. */
    private void follow() {
        for (int round = 0; round < MOST_ROUNDS && client.isPresent(); round++) {
            Set<String> wanted = wanted();
            if (wanted.isEmpty()) {
                return;
            }
            reachable &= wanted.size() <= MOST_READS;
            List<CompletableFuture<Had>> running =
                    wanted.stream().limit(MOST_READS).map(client.get()::get).toList();
            for (CompletableFuture<Had> had : running) {
                reachable &= had.join().answered();
                add(had.join().found().stream()
                        .filter(resource -> wanted.contains(HookCall.reference(resource)))
                        .toList());
            }
        }
    }

    private Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>();
        call.context().subjects().stream()
                .filter(reference -> !known.containsKey(reference))
                .filter(tried::add)
                .forEach(wanted::add);
        for (ObjectNode resource : List.copyOf(gathered)) {
            Referred.from(
                    resource,
                    reference -> references
                            .local(reference)
                            .filter(Referred::isUseful)
                            .filter(local -> !known.containsKey(local))
                            .filter(tried::add)
                            .ifPresent(wanted::add));
        }
        return wanted;
    }

    /** A coverage that can not be cited can not be answered for, and must not be passed over in silence. */
    private static void checkCoverageId(ObjectNode resource) {
        boolean coverage = resource.path("resourceType").asText().equals("Coverage");
        if (coverage && !resource.path("id").asText().matches("[A-Za-z0-9\\-.]{1,64}")) {
            throw new InvalidRequest(Kind.NOT_CONFORMANT, "prefetch.coverage", "A Coverage has no valid id");
        }
    }

    private static InvalidRequest missing(String path, String message) {
        return new InvalidRequest(Kind.PRECONDITION, path, message);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
