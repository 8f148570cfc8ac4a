package org.precert.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.cql_annotations.r1.Annotation;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.Library;

/** The tagged defines of one library: the contract between a policy and the code that asks it. */
record PolicyDefines(List<Tagged> tagged, boolean hasCriteriaMet, Map<String, Map<String, String>> ids) {

    /** The one define with a fixed name: how a policy with criteria combines them. */
    static final String CRITERIA_MET = "Criteria Met";

    /** @param tag fact, statement, criterion, notice, evidence, candidate, hint or reading */
    record Tagged(String tag, String id, String define) {}

    static PolicyDefines none() {
        return new PolicyDefines(List.of(), false, Map.of());
    }

    static PolicyDefines of(Library library) {
        List<Tagged> tagged = new ArrayList<>();
        boolean criteriaMet = false;
        var statements = library.getStatements();
        for (ExpressionDef def : statements == null ? List.<ExpressionDef>of() : statements.getDef()) {
            String name = name(def);
            criteriaMet |= name.equals(CRITERIA_MET);
            if (!(def instanceof FunctionDef)) {
                tags(def).forEach(tag -> tagged.add(new Tagged(tag.tag(), tag.id(), name)));
            }
        }
        Map<String, Map<String, String>> ids = new HashMap<>();
        tagged.forEach(
                each -> ids.computeIfAbsent(each.tag(), tag -> new HashMap<>()).putIfAbsent(each.define(), each.id()));
        return new PolicyDefines(List.copyOf(tagged), criteriaMet, ids);
    }

    /** What a library defines, but functions and the patient that it is about. */
    static List<String> names(Library library) {
        var statements = library.getStatements();
        return statements == null
                ? List.of()
                : statements.getDef().stream()
                        .filter(def -> !(def instanceof FunctionDef))
                        .map(PolicyDefines::name)
                        .filter(name -> !name.equals("Patient"))
                        .toList();
    }

    private static List<Tagged> tags(ExpressionDef def) {
        return def.getAnnotation().stream()
                .filter(Annotation.class::isInstance)
                .flatMap(annotation -> ((Annotation) annotation).getT().stream())
                .map(tag -> new Tagged(text(tag.getName()), text(tag.getValue()), name(def)))
                .toList();
    }

    static String name(ExpressionDef def) {
        return text(def.getName());
    }

    static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value.strip();
    }

    List<Tagged> with(String tag) {
        return tagged.stream().filter(each -> each.tag().equals(tag)).toList();
    }

    /** The id that a define has under a tag: looked up for every define of every trace. */
    Optional<String> idOf(String tag, String define) {
        return Optional.ofNullable(ids.getOrDefault(tag, Map.of()).get(define));
    }
}
