package org.precert.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.precert.decision.Answer;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;
import org.precert.decision.Findings;
import org.precert.evaluation.PolicyDefines.Tagged;
import org.precert.policy.Policy;

/** Turns the values and the trace of one evaluation into findings. CQL's null leaves here as {@link Answer#UNKNOWN}. */
final class FindingsReader {

    private final String library;
    private final Function<String, PolicyDefines> defines;
    private final EvaluationResult policyResult;
    private final EvaluationResult factsResult;
    private final TraceReader trace;
    private final Map<String, List<Evidence>> evidence;

    FindingsReader(
            Policy policy,
            Function<String, PolicyDefines> defines,
            EvaluationResult policyResult,
            EvaluationResult factsResult) {
        this.library = policy.library();
        this.defines = defines;
        this.policyResult = policyResult;
        this.factsResult = factsResult;
        this.trace =
                new TraceReader(Objects.requireNonNull(policyResult.getTrace()).getFrames());
        this.evidence = allEvidence();
    }

    Evaluation read(Question question) {
        Map<String, List<Evidence>> readings = readings(question);
        List<Finding> statements = findings("statement", readings);
        List<Finding> criteria = findings("criterion", readings);
        Findings findings =
                new Findings(statements, criteria, criteriaMet(), notices(), fromFacts("candidate"), fromFacts("hint"));
        List<String> roots = own().tagged().stream()
                .filter(tagged ->
                        tagged.tag().equals("statement") || tagged.tag().equals("criterion"))
                .map(tagged -> TraceReader.key(library, tagged.define()))
                .toList();
        return new Evaluation(
                findings, trace.trees(roots, node -> !node.library().equals("PrecertConcepts")));
    }

    private PolicyDefines own() {
        return defines.apply(library);
    }

    private List<Finding> findings(String tag, Map<String, List<Evidence>> readings) {
        return own().with(tag).stream().map(tagged -> finding(tagged, readings)).toList();
    }

    private Finding finding(Tagged clause, Map<String, List<Evidence>> readings) {
        List<Finding> facts = facts(TraceReader.key(library, clause.define()), readings);
        List<Evidence> found = new ArrayList<>(evidence(TraceReader.key(library, clause.define()), ""));
        facts.stream()
                .flatMap(fact -> fact.evidence().stream())
                .filter(each -> !found.contains(each))
                .forEach(found::add);
        return new Finding(clause.id(), clause.define(), answer(value(policyResult, clause.define())), found, facts);
    }

    private List<Finding> facts(String clause, Map<String, List<Evidence>> readings) {
        return trace
                .below(
                        clause,
                        node -> node.library().equals(library)
                                && own().idOf("fact", node.define()).isPresent())
                .stream()
                .map(node -> fact(node, readings))
                .toList();
    }

    /** What made a fact so; where nothing did, what was read instead. */
    private Finding fact(TraceReader.Node node, Map<String, List<Evidence>> readings) {
        String about = own().idOf("fact", node.define()).orElse("");
        List<Evidence> found = evidence(TraceReader.key(node.library(), node.define()), about);
        return new Finding(
                about,
                node.define(),
                answer(node.value()),
                found.isEmpty() ? readings.getOrDefault(about, List.of()) : found,
                List.of());
    }

    /** @param about the fact that is meant; empty for all */
    private List<Evidence> evidence(String key, String about) {
        List<Evidence> all = new ArrayList<>();
        for (String below : trace.reached(key)) {
            for (Evidence each : evidence.getOrDefault(below, List.of())) {
                if ((about.isEmpty() || each.about().equals(about)) && !all.contains(each)) {
                    all.add(each);
                }
            }
        }
        return all;
    }

    private Map<String, List<Evidence>> allEvidence() {
        Map<String, List<Evidence>> all = new HashMap<>();
        trace.each((key, node) -> defines.apply(node.library())
                .idOf("evidence", node.define())
                .map(about -> EvidenceReader.read(about, node.value()))
                .filter(found -> !found.isEmpty())
                .ifPresent(found -> all.put(key, found)));
        return all;
    }

    private Map<String, List<Evidence>> readings(Question question) {
        Map<String, List<Evidence>> readings = new LinkedHashMap<>();
        for (Tagged reading : defines.apply(CqlEvaluator.FACTS).with("reading")) {
            readings.put(reading.id(), EvidenceReader.read(reading.id(), value(factsResult, reading.define())));
        }
        readings.put("line-of-business", question.lineEvidence());
        return readings;
    }

    private List<Evidence> fromFacts(String tag) {
        return defines.apply(CqlEvaluator.FACTS).with(tag).stream()
                .flatMap(tagged -> EvidenceReader.read(tagged.id(), value(factsResult, tagged.define())).stream())
                .toList();
    }

    private List<String> notices() {
        return own().with("notice").stream()
                .filter(notice -> answer(value(policyResult, notice.define())) == Answer.YES)
                .map(Tagged::id)
                .toList();
    }

    private Answer criteriaMet() {
        return own().hasCriteriaMet() ? answer(value(policyResult, PolicyDefines.CRITERIA_MET)) : Answer.YES;
    }

    private static @Nullable Object value(EvaluationResult result, String define) {
        ExpressionResult value = result.get(define);
        return value == null ? null : value.getValue();
    }

    private static Answer answer(@Nullable Object value) {
        if (value == null) {
            return Answer.UNKNOWN;
        }
        return Boolean.TRUE.equals(value) ? Answer.YES : Answer.NO;
    }
}
