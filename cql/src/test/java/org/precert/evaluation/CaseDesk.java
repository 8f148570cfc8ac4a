package org.precert.evaluation;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.precert.policy.Payer;
import org.precert.policy.PolicyFiles;

/** A desk that is asked cases. */
record CaseDesk(PolicyDesk desk, FactsReader reader) {

    private static final CaseDesk OF_THE_BUILD = open(List.of(build()), List.of(), Duration.ofSeconds(30));

    /** Over the policies of the build, invented payers among them. */
    static CaseDesk ofTheBuild() {
        return OF_THE_BUILD;
    }

    /** @param terminology what a deployment adds to the project's */
    static CaseDesk open(List<PolicyFiles> folders, List<JsonNode> terminology, Duration timeLimit) {
        List<JsonNode> words =
                Stream.concat(Terminology.all().stream(), terminology.stream()).toList();
        FhirContext fhir = FhirContext.forR4Cached();
        return new CaseDesk(
                new PolicyDesks(fhir, words, timeLimit).open(folders, true),
                new FactsReader(fhir, new CodeSystems(words)));
    }

    /** The policies of the build. */
    static PolicyFiles build() {
        return PolicyFiles.ofClasspath(PolicyDesks.POLICIES);
    }

    Payer payer(String key) {
        return desk.book().payers().stream()
                .filter(payer -> payer.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    Question question(String payer, CaseFile.Text text) {
        return new CaseQuestion(text).question(reader, payer(payer), desk.lines());
    }

    Ruling rule(String payer, CaseFile.Text text) {
        return desk.rule(payer(payer), question(payer, text));
    }
}
