package org.precert.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cqframework.cql.elm.serializing.ElmJsonLibraryWriter;
import org.hl7.elm.r1.Library;
import org.precert.policy.InvalidPolicy;
import org.precert.policy.PolicyFiles;

/** Gathers the libraries of a start: those that were built come as ELM, those of a deployment are compiled. */
final class LibraryShelf {

    private final Map<String, Library> libraries = new LinkedHashMap<>();
    private final Set<String> retrieved = new TreeSet<>();
    private final DataNeeds needs = new DataNeeds();
    private final CqlCompiler compiler;

    LibraryShelf(CqlCompiler compiler) {
        this.compiler = compiler;
    }

    /** @throws InvalidPolicy for CQL with an error, or a name that is taken */
    void add(PolicyFiles files) {
        files.ending(".cql").forEach((file, cql) -> {
            String elm = files.text(file.replace(".cql", ".elm.json")).orElse("");
            if (elm.isEmpty()) {
                Library library = compiler.compile(file, cql);
                add(file, library, new ElmJsonLibraryWriter().writeAsString(library));
            } else {
                add(file, ElmLibraries.read(elm), elm);
            }
        });
    }

    private void add(String file, Library library, String elm) {
        var id = library.getIdentifier();
        String name = id == null ? "" : PolicyDefines.text(id.getId());
        if (libraries.put(name, library) != null) {
            throw new InvalidPolicy(file + ": there is a library " + name + " already");
        }
        retrieved.addAll(ElmLibraries.retrieved(elm));
        needs.add(elm);
    }

    ElmLibraries libraries() {
        return new ElmLibraries(libraries.values());
    }

    /** What can be read of a chart from which define on. */
    DataNeeds needs() {
        return needs;
    }

    /** The FHIR types that any of them retrieves. */
    Set<String> retrieved() {
        return retrieved;
    }
}
