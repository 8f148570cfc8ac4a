package org.precert.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.precert.decision.Adjudicator;
import org.precert.decision.Decision;
import org.precert.decision.Determination;
import org.precert.decision.Findings;
import org.precert.policy.FactWords;
import org.precert.policy.LinesOfBusiness;
import org.precert.policy.Payer;
import org.precert.policy.Policy;
import org.precert.policy.PolicyBook;

/** Answers a question by the policies of a payer: finds the version in force, asks it, adjudicates. Safe for many threads. */
public final class PolicyDesk {

    private final PolicyBook book;
    private final LinesOfBusiness lines;
    private final Map<String, FactWords> words;
    private final Set<String> factTypes;
    private final Map<String, Set<DataNeed>> needs;
    private final CqlLines cqlLines;
    private final CqlEvaluator evaluator;
    private final FormDesk forms;
    private final TimedEvaluator timed;

    PolicyDesk(
            PolicyBook book,
            LinesOfBusiness lines,
            Map<String, FactWords> words,
            Set<String> factTypes,
            Map<String, Set<DataNeed>> needs,
            CqlLines cqlLines,
            CqlEvaluator evaluator,
            FormDesk forms,
            TimedEvaluator timed) {
        this.book = book;
        this.lines = lines;
        this.words = Map.copyOf(words);
        this.factTypes = Set.copyOf(factTypes);
        this.needs = Map.copyOf(needs);
        this.cqlLines = cqlLines;
        this.evaluator = evaluator;
        this.forms = forms;
        this.timed = timed;
    }

    public PolicyBook book() {
        return book;
    }

    public LinesOfBusiness lines() {
        return lines;
    }

    /** The FHIR types that any policy looks at: nothing else needs to be fetched, parsed or kept. */
    public Set<String> factTypes() {
        return factTypes;
    }

    /** What a policy reads of a chart, beside the orders of the request and what they refer to. */
    public Set<DataNeed> needs(Policy policy) {
        return needs.getOrDefault(policy.library(), Set.of());
    }

    /** Where the defines of all libraries stand in their CQL: for what clients report of them. */
    public CqlLines cqlLines() {
        return cqlLines;
    }

    public FactWords words(String fact) {
        return words.getOrDefault(fact, FactWords.of(fact));
    }

    /** Whether there are policies to ask, and they can be asked: evaluations do not all hang. */
    public boolean canBeAsked() {
        return !book.policies().isEmpty() && timed.getsOn();
    }

    /** The ruling of the policy that speaks of the order; where none does, of the first one asked. */
    public Ruling rule(Payer payer, Question question) {
        List<Policy> inForce = book.inForce(payer, question.dateOfService());
        Optional<Ruling> first = Optional.empty();
        for (Policy policy : inForce) {
            Ruling ruling = evaluate(policy, question);
            if (ruling.decision().determination() != Determination.NOT_ADDRESSED) {
                return ruling;
            }
            first = first.or(() -> Optional.of(ruling));
        }
        return first.orElseGet(() -> notInForce(book.versions(payer.key())));
    }

    /** The ruling of one policy version, even if a later one took its place: for replays. */
    public Ruling rule(Policy policy, Question question) {
        return policy.inForce().covers(question.dateOfService())
                ? evaluate(policy, question)
                : notInForce(book.versions(policy.payer()));
    }

    private Ruling evaluate(Policy policy, Question question) {
        TimedEvaluator.Outcome<Evaluation> outcome = timed.evaluate(policy, () -> evaluator.evaluate(policy, question));
        if (outcome instanceof TimedEvaluator.Done<Evaluation> done) {
            Findings findings = done.result().findings();
            Decision decision = Adjudicator.decide(policy.statements(), findings);
            return new Ruling(
                    Optional.of(policy), decision, findings, done.result().trace());
        }
        String trouble = ((TimedEvaluator.Failed<Evaluation>) outcome).trouble();
        return new Ruling(Optional.of(policy), new Decision.NotEvaluated(trouble), Findings.none(), List.of());
    }

    /** What the chart says to the questions of the policy's forms; within the time limit of an evaluation. */
    public Prefill prefill(Policy policy, FormQuestion question) {
        TimedEvaluator.Outcome<Prefill> outcome = timed.evaluate(policy, () -> forms.prefill(policy, question));
        return outcome instanceof TimedEvaluator.Done<Prefill> done
                ? done.result()
                : Prefill.failed(((TimedEvaluator.Failed<Prefill>) outcome).trouble());
    }

    /** The libraries that an EHR fills the policy's forms with, the prepopulation library first; none if it has none. */
    public List<FormLibrary> formLibraries(Policy policy) {
        return forms.libraries(policy);
    }

    private static Ruling notInForce(List<Policy> encoded) {
        Optional<LocalDate> from =
                encoded.stream().map(policy -> policy.inForce().from()).min(LocalDate::compareTo);
        Optional<LocalDate> earlier = encoded.stream()
                .flatMap(policy -> policy.document().earlierSince().stream())
                .min(LocalDate::compareTo);
        return new Ruling(
                encoded.stream().findFirst(), new Decision.NoPolicyInForce(from, earlier), Findings.none(), List.of());
    }
}
