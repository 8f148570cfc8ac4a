package org.precert.engines;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.precert.evaluation.CodeSystems;
import org.precert.evaluation.Facts;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.FormLibrary;
import org.precert.evaluation.FormQuestion;
import org.precert.evaluation.PolicyDesk;
import org.precert.evaluation.PolicyDesks;
import org.precert.evaluation.Prefill;
import org.precert.policy.Policy;
import org.precert.policy.PolicyFiles;

/** Our own engine, as the server asks it, over the policies of the build. */
final class JvmEngine {

    private final PolicyDesk desk;
    private final FactsReader reader;
    private final Map<String, Policy> policies = new TreeMap<>();

    JvmEngine(Codes codes) {
        FhirContext fhir = FhirContext.forR4Cached();
        this.desk = new PolicyDesks(fhir, codes.terminology(), Duration.ofSeconds(30))
                .open(List.of(PolicyFiles.ofClasspath(PolicyDesks.POLICIES)), true);
        this.reader = new FactsReader(fhir, new CodeSystems(codes.terminology()));
        desk.book().policies().stream()
                .filter(policy -> policy.prepopulation().isPresent())
                .forEach(policy -> policies.put(policy.id(), policy));
    }

    /** Those with a form that is filled from a chart, by id. */
    Map<String, Policy> policies() {
        return policies;
    }

    List<FormLibrary> libraries(String policy) {
        return desk.formLibraries(policies.get(policy));
    }

    Prefill answers(Chart chart) {
        Facts facts = reader.read(chart.resources());
        return desk.prefill(
                policies.get(chart.policy()), new FormQuestion(Chart.PATIENT, chart.orders(), chart.asOf(), facts));
    }
}
