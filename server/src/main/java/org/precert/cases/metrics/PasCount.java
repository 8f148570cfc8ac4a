package org.precert.cases.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.precert.cases.Basis;
import org.precert.cases.Case;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.Recorded;

/** Adds histories up to what the guide's metrics tell of requests. */
final class PasCount {

    private long requests;
    private long lines;
    private long anyAtOnce;
    private long allAtOnce;
    private long pended;
    private long documents;
    private long toldByCrd;
    private long differs;
    private final List<Duration> resolved = new ArrayList<>();
    private final List<Duration> toFinal = new ArrayList<>();
    private final List<Duration> arrived = new ArrayList<>();
    private final Map<String, Long> byLineOfBusiness = new TreeMap<>();
    private final Map<String, Long> byLoinc = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private final Map<Policy, Map<String, Long>> results = new TreeMap<>();

    private record Policy(String payer, String name) implements Comparable<Policy> {
        @Override
        public int compareTo(Policy other) {
            int byPayer = payer.compareTo(other.payer);
            return byPayer == 0 ? name.compareTo(other.name) : byPayer;
        }
    }

    void add(List<Recorded> history) {
        Case state = Case.of(history.subList(0, 1));
        Set<Integer> waiting = first(state);
        Optional<Instant> closed = state.isOpen() ? Optional.empty() : Optional.of(state.receivedAt());
        for (Recorded next : history.subList(1, history.size())) {
            state = state.after(next);
            for (Line line : state.lines()) {
                if (!line.decision().isOpen() && waiting.remove(line.sequence())) {
                    resolved.add(Duration.between(state.receivedAt(), next.at()));
                }
            }
            if (closed.isEmpty() && !state.isOpen()) {
                closed = Optional.of(next.at());
            }
        }
        Instant received = state.receivedAt();
        closed.ifPresent(at -> toFinal.add(Duration.between(received, at)));
        now(state);
    }

    /**
     * What the first answer was.
     *
     * @return the lines that wait since
     */
    private Set<Integer> first(Case state) {
        Set<Integer> waiting = new HashSet<>();
        state.lines().stream().filter(line -> line.decision().isOpen()).forEach(line -> waiting.add(line.sequence()));
        requests++;
        pended += waiting.size();
        anyAtOnce += waiting.size() < state.lines().size() ? 1 : 0;
        allAtOnce += waiting.isEmpty() ? 1 : 0;
        String business = state.member().lineOfBusiness();
        count(byLineOfBusiness, business.isEmpty() ? "unknown" : business);
        return waiting;
    }

    private void now(Case state) {
        lines += state.lines().size();
        for (Line line : state.lines()) {
            StandingName standing = line.decision().tell(StandingName.OF);
            Policy policy = new Policy(state.payer(), line.basis().policy());
            count(results.computeIfAbsent(policy, any -> new TreeMap<>()), standing.name());
            if (!standing.reason().isEmpty()) {
                count(reasons, standing.reason());
            }
            Optional<Basis.Earlier> earlier = line.basis().earlier();
            toldByCrd += earlier.isPresent() ? 1 : 0;
            differs += earlier.filter(Basis.Earlier::differs).isPresent() ? 1 : 0;
        }
        for (DocumentAsk ask : state.asks()) {
            documents++;
            count(byLoinc, ask.loinc());
            ask.receivedAt().ifPresent(at -> arrived.add(Duration.between(ask.askedAt(), at)));
        }
    }

    private static void count(Map<String, Long> counts, String key) {
        counts.merge(key, 1L, Long::sum);
    }

    PasMetrics.Requests requests() {
        return new PasMetrics.Requests(requests, lines, Map.copyOf(byLineOfBusiness));
    }

    PasMetrics.FinalAtOnce finalAtOnce() {
        return new PasMetrics.FinalAtOnce(
                requests, anyAtOnce, allAtOnce, share(anyAtOnce, requests), share(allAtOnce, requests));
    }

    PasMetrics.Pends pends() {
        return new PasMetrics.Pends(pended, Taken.of(resolved));
    }

    Taken timeToFinal() {
        return Taken.of(toFinal);
    }

    List<PasMetrics.PolicyResult> results() {
        return results.entrySet().stream()
                .map(each -> new PasMetrics.PolicyResult(
                        each.getKey().payer(), each.getKey().name(), Map.copyOf(each.getValue())))
                .toList();
    }

    PasMetrics.Documents documents() {
        return new PasMetrics.Documents(documents, Map.copyOf(byLoinc), Taken.of(arrived));
    }

    PasMetrics.CrdDifference crd() {
        return new PasMetrics.CrdDifference(toldByCrd, differs);
    }

    Map<String, Long> reasons() {
        return Map.copyOf(reasons);
    }

    static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
