package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.FEW_ANSWERS;
import static org.precert.conformance.Dtr22Rule.LIBRARIES_THERE;
import static org.precert.conformance.Dtr22Rule.PINNED;
import static org.precert.conformance.Dtr22Rule.VALUE_SETS_THERE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The libraries and value sets of a package, and what refers to them: with their version, which must be there. */
record Dtr22Artifacts(List<JsonNode> libraries, List<JsonNode> valueSets) {

    private static final int FEW = 40;

    /** A canonical of a library or a value set. */
    record Reference(String type, String canonical) {

        /** Those of a form. */
        static Stream<Reference> of(JsonNode form) {
            Stream<Reference> libraries = DtrTree.extensions(form, DtrCanonicals.CQF_LIBRARY).stream()
                    .map(extension -> new Reference(
                            "Library", extension.path("valueCanonical").asText()));
            Stream<Reference> valueSets = DtrTree.items(form)
                    .flatMap(item -> Stream.concat(
                            Stream.of(item.path("answerValueSet")),
                            DtrTree.extensions(item, DtrCanonicals.UNIT_VALUE_SET).stream()
                                    .map(extension -> extension.path("valueCanonical"))))
                    .filter(JsonNode::isTextual)
                    .map(valueSet -> new Reference("ValueSet", valueSet.textValue()));
            return Stream.concat(libraries, valueSets).filter(reference -> !reference.isContained());
        }

        /** Those of a library: what it depends on, and what its retrieves are filtered by. */
        static Stream<Reference> ofLibrary(JsonNode library) {
            Stream<Reference> artifacts = DtrTree.children(library.path("relatedArtifact"))
                    .filter(artifact -> artifact.path("type").asText().equals("depends-on"))
                    .map(artifact -> artifact.path("resource").asText())
                    .filter(canonical -> !canonical.contains("/CodeSystem/") && !isModel(canonical))
                    .map(canonical ->
                            new Reference(canonical.contains("/ValueSet/") ? "ValueSet" : "Library", canonical));
            Stream<Reference> filters = DtrTree.children(library.path("dataRequirement"))
                    .flatMap(requirement -> DtrTree.children(requirement.path("codeFilter")))
                    .map(filter -> filter.path("valueSet"))
                    .filter(JsonNode::isTextual)
                    .map(valueSet -> new Reference("ValueSet", valueSet.textValue()));
            return Stream.concat(artifacts, filters);
        }

        String url() {
            return canonical.replaceFirst("\\|.*", "");
        }

        boolean isContained() {
            return canonical.startsWith("#");
        }

        /** The model of FHIR comes with every engine, and has no CQL. */
        private static boolean isModel(String canonical) {
            return canonical.contains("ModelInfo");
        }
    }

    static Dtr22Artifacts of(JsonNode bundle) {
        return new Dtr22Artifacts(DtrTree.resources(bundle, "Library"), DtrTree.resources(bundle, "ValueSet"));
    }

    void checkReferences(JsonNode bundle, Dtr22Findings findings) {
        Stream<Reference> ofForms =
                DtrTree.resources(bundle, "Questionnaire").stream().flatMap(Reference::of);
        DtrTree.resources(bundle, "Questionnaire").forEach(form -> checkAnswers(form, findings));
        Stream<Reference> ofLibraries = libraries.stream().flatMap(Reference::ofLibrary);
        Stream.concat(ofForms, ofLibraries).distinct().forEach(reference -> check(reference, findings));
    }

    void check(Reference reference, Dtr22Findings findings) {
        boolean library = reference.type().equals("Library");
        List<JsonNode> found = (library ? libraries : valueSets)
                .stream()
                        .filter(each -> each.path("url").asText().equals(reference.url()))
                        .toList();
        findings.unless(!found.isEmpty(), library ? LIBRARIES_THERE : VALUE_SETS_THERE, reference.canonical());
        checkVersion(reference.canonical(), found, findings);
    }

    /** Value sets that people choose from are short, or else searched by {@code $expand}. */
    void checkAnswers(JsonNode form, Dtr22Findings findings) {
        Reference.of(form)
                .flatMap(reference -> valueSets.stream()
                        .filter(each -> each.path("url").asText().equals(reference.url())))
                .forEach(valueSet -> findings.unless(
                        Dtr22BundleRules.codes(valueSet) < FEW,
                        FEW_ANSWERS,
                        valueSet.path("url").asText()));
    }

    /** Where the resource is at hand, its version is meant. */
    static void checkVersion(String canonical, List<JsonNode> found, Dtr22Findings findings) {
        String version = canonical.replaceFirst("^[^|]*\\|?", "");
        boolean known = found.isEmpty()
                || found.stream().anyMatch(each -> each.path("version").asText().equals(version));
        findings.unless(!version.isEmpty() && known, PINNED, canonical);
    }
}
