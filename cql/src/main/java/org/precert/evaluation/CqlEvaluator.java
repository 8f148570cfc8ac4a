package org.precert.evaluation;

import ca.uhn.fhir.context.FhirContext;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kotlin.Pair;
import org.hl7.elm.r1.VersionedIdentifier;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.execution.EvaluationParams.LibraryParams;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.execution.EvaluationResults;
import org.opencds.cqf.cql.engine.runtime.Date;
import org.precert.policy.Policy;

/** Runs one policy library over the facts of one question: once, traced, without compiling, network or clock. */
final class CqlEvaluator {

    private static final String FHIR = "http://hl7.org/fhir";
    static final String FACTS = "PrecertFacts";
    private static final List<String> ASKED_OF_POLICY = List.of("statement", "criterion", "notice");
    private static final List<String> ASKED_OF_FACTS = List.of("candidate", "hint", "reading");

    private final ElmLibraries libraries;
    private final ValueSets valueSets;
    private final FhirModel model;
    private final Map<String, PolicyDefines> defines = new HashMap<>();

    CqlEvaluator(ElmLibraries libraries, ValueSets valueSets, FhirContext fhir) {
        this.libraries = libraries;
        this.valueSets = valueSets;
        this.model = new FhirModel(fhir);
        libraries.all().forEach((name, library) -> defines.put(name, PolicyDefines.of(library)));
    }

    PolicyDefines defines(String library) {
        return defines.getOrDefault(library, PolicyDefines.none());
    }

    Evaluation evaluate(Policy policy, Question question) {
        VersionedIdentifier own = id(policy.library());
        VersionedIdentifier shared = id(FACTS);
        EvaluationParams.Builder params = new EvaluationParams.Builder();
        params.library(own, expressions(policy.library()));
        params.library(shared, expressions(FACTS));
        params.setContextParameter(new Pair<>("Patient", question.patient()));
        params.setParameters(parameters(question));
        params.setEvaluationDateTime(question.dateOfService().atStartOfDay(ZoneOffset.UTC));
        EvaluationResults results = engine(
                        OwnForms.in(question.facts(), policy),
                        CqlEngine.Options.EnableExpressionCaching,
                        CqlEngine.Options.EnableTracing)
                .evaluate(params.build());
        EvaluationResult policyResult = results.getResultFor(own);
        EvaluationResult factsResult = results.getResultFor(shared);
        if (policyResult == null || factsResult == null) {
            throw new EvaluationFailed(policy.name(), results.getExceptions().values());
        }
        return new FindingsReader(policy, this::defines, policyResult, factsResult).read(question);
    }

    /**
     * The values of all defines of one library, for libraries that ask the chart and nothing of a policy.
     *
     * @throws EvaluationFailed if they can not be told
     */
    EvaluationResult evaluate(Policy policy, String library, FormQuestion question) {
        VersionedIdentifier own = id(library);
        LibraryParams.Builder all = new LibraryParams.Builder();
        all.expressions(new LinkedHashSet<>(PolicyDefines.names(libraries.library(library))));
        EvaluationParams.Builder params = new EvaluationParams.Builder();
        params.library(own, all.build());
        params.setContextParameter(new Pair<>("Patient", question.patient()));
        params.setParameters(Map.of("Orders", question.orders(), "As Of", new Date(question.asOf())));
        params.setEvaluationDateTime(question.asOf().atStartOfDay(ZoneOffset.UTC));
        EvaluationResults results = engine(question.facts(), CqlEngine.Options.EnableExpressionCaching)
                .evaluate(params.build());
        EvaluationResult result = results.getResultFor(own);
        if (result == null) {
            throw new EvaluationFailed(policy.name(), results.getExceptions().values());
        }
        return result;
    }

    String version(String library) {
        return PolicyDefines.text(id(library).getVersion());
    }

    private VersionedIdentifier id(String library) {
        return Objects.requireNonNull(libraries.library(library).getIdentifier());
    }

    private LibraryParams expressions(String library) {
        LibraryParams.Builder builder = new LibraryParams.Builder();
        builder.expressions(asked(library));
        return builder.build();
    }

    private Set<String> asked(String library) {
        PolicyDefines asked = defines(library);
        List<String> tags = library.equals(FACTS) ? ASKED_OF_FACTS : ASKED_OF_POLICY;
        Set<String> names = new LinkedHashSet<>();
        tags.forEach(tag -> asked.with(tag).forEach(tagged -> names.add(tagged.define())));
        if (asked.hasCriteriaMet()) {
            names.add(PolicyDefines.CRITERIA_MET);
        }
        return names;
    }

    /** The defines that an evaluation of the policy asks, as {@link TraceReader#key}. */
    Set<String> roots(Policy policy) {
        Set<String> roots = new TreeSet<>();
        for (String library : List.of(policy.library(), FACTS)) {
            asked(library).forEach(define -> roots.add(TraceReader.key(library, define)));
        }
        return roots;
    }

    private CqlEngine engine(Facts facts, CqlEngine.Options... options) {
        Environment environment = new Environment(
                libraries.manager(),
                Map.of(FHIR, new CompositeDataProvider(model, new FactsRetrieve(facts, valueSets))),
                valueSets);
        return new CqlEngine(environment, Set.of(options));
    }

    private static Map<String, @Nullable Object> parameters(Question question) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("Order", question.order());
        parameters.put("Orders Together", question.ordersTogether());
        parameters.put("Coverage", question.coverage());
        parameters.put("Line of Business", question.lineOfBusiness().orElse(null));
        parameters.put("Date of Service", new Date(question.dateOfService()));
        return parameters;
    }
}
