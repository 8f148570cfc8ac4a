package org.precert.evaluation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.precert.policy.Policy;

/** Fills forms: runs the library that an EHR would run, over the facts that are here. */
final class FormDesk {

    /** What stands beside a define that a question binds: the tuples that it was read from. */
    private static final String EVIDENCE = "Evidence";

    private final CqlEvaluator evaluator;
    private final Map<String, List<FormLibrary>> shipped;

    /** @param shipped by the name of the prepopulation library */
    FormDesk(CqlEvaluator evaluator, Map<String, List<FormLibrary>> shipped) {
        this.evaluator = evaluator;
        this.shipped = Map.copyOf(shipped);
    }

    List<FormLibrary> libraries(Policy policy) {
        return policy.prepopulation().map(shipped::get).orElse(List.of());
    }

    Prefill prefill(Policy policy, FormQuestion question) {
        return policy.prepopulation()
                .map(library -> prefill(policy, library, question))
                .orElse(Prefill.NOTHING);
    }

    private Prefill prefill(Policy policy, String library, FormQuestion question) {
        Facts facts = NamedMedications.in(question.facts());
        EvaluationResult result = evaluator.evaluate(
                policy, library, new FormQuestion(question.patient(), question.orders(), question.asOf(), facts));
        Map<String, Known> known = new HashMap<>();
        Set<String> defines = new HashSet<>(result.getExpressionResults().keySet());
        for (String define : defines) {
            List<Value> values = ValueReader.values(value(result, define));
            if (!isEvidence(define, defines) && !values.isEmpty()) {
                known.put(define, new Known(define, values, ValueReader.grounds(value(result, define + EVIDENCE))));
            }
        }
        return new Prefill(library + "|" + evaluator.version(library), known, Optional.empty());
    }

    private static boolean isEvidence(String define, Set<String> defines) {
        return define.endsWith(EVIDENCE) && defines.contains(define.substring(0, define.length() - EVIDENCE.length()));
    }

    private static @Nullable Object value(EvaluationResult result, String define) {
        ExpressionResult value = result.get(define);
        return value == null ? null : value.getValue();
    }
}
