package org.precert.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cqframework.cql.elm.serializing.ElmJsonLibraryWriter;
import org.hl7.elm.r1.Library;
import org.precert.policy.InvalidPolicy;
import org.precert.policy.PolicyFiles;

/** Gathers the libraries of a start: those that were built come as ELM, those of a deployment are compiled. */
final class LibraryShelf {

    private record Source(String cql, String elm) {}

    private final Map<String, Library> libraries = new LinkedHashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
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
                add(file, library, cql, new ElmJsonLibraryWriter().writeAsString(library));
            } else {
                add(file, ElmLibraries.read(elm), cql, elm);
            }
        });
    }

    private void add(String file, Library library, String cql, String elm) {
        var id = library.getIdentifier();
        String name = id == null ? "" : PolicyDefines.text(id.getId());
        if (libraries.put(name, library) != null) {
            throw new InvalidPolicy(file + ": there is a library " + name + " already");
        }
        retrieved.addAll(ElmLibraries.retrieved(elm));
        needs.add(elm);
        sources.put(name, new Source(cql, elm));
    }

    /** What a form in an EHR needs: its prepopulation library first, then what that includes. */
    List<FormLibrary> shipped(String prepopulation) {
        List<String> names = new ArrayList<>(List.of(prepopulation));
        List<FormLibrary> shipped = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            FormLibrary each = shipped(names.get(i), i == 0);
            each.dependsOn().stream().filter(name -> !names.contains(name)).forEach(names::add);
            shipped.add(each);
        }
        return shipped;
    }

    private FormLibrary shipped(String name, boolean asked) {
        Library library = libraries.get(name);
        Source source = sources.get(name);
        if (library == null || source == null) {
            throw new InvalidPolicy("There is no library " + name);
        }
        Set<String> roots = new TreeSet<>();
        if (asked) {
            PolicyDefines.names(library).forEach(define -> roots.add(TraceReader.key(name, define)));
        }
        var includes = library.getIncludes();
        return new FormLibrary(
                name,
                PolicyDefines.text(
                        Objects.requireNonNull(library.getIdentifier()).getVersion()),
                source.cql(),
                LeanElm.of(source.elm()),
                includes == null
                        ? List.of()
                        : includes.getDef().stream()
                                .map(each -> PolicyDefines.text(each.getPath()))
                                .toList(),
                needs.from(roots),
                needs.valueSets(roots));
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
