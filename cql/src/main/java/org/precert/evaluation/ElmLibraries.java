package org.precert.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.model.CompiledLibrary;
import org.cqframework.cql.elm.serializing.ElmJsonLibraryReader;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.VersionedIdentifier;
import org.precert.policy.InvalidPolicy;

/** The compiled libraries, ready to be evaluated; nothing is compiled or looked up after this is built. */
final class ElmLibraries {

    private static final Pattern RETRIEVE = Pattern.compile("\"dataType\"\\s*:\\s*\"\\{http://hl7.org/fhir}(\\w+)\"");

    private final Map<VersionedIdentifier, CompiledLibrary> compiled = new HashMap<>();
    private final Map<String, Library> byName = new LinkedHashMap<>();
    private final LibraryManager manager;

    ElmLibraries(Collection<Library> libraries) {
        libraries.forEach(this::add);
        this.manager = new LibraryManager(new ModelManager(), CqlCompilerOptions.defaultOptions(), compiled);
    }

    static Library read(String elmJson) {
        return new ElmJsonLibraryReader().read(elmJson);
    }

    private void add(Library library) {
        VersionedIdentifier id = library.getIdentifier();
        if (id == null || id.getId() == null) {
            throw new InvalidPolicy("A library has no name");
        }
        if (byName.put(id.getId(), library) != null) {
            throw new InvalidPolicy("Two libraries have the name " + id.getId());
        }
        CompiledLibrary entry = prepared(library);
        compiled.put(id, entry);
    }

    /** The engine finds defines by binary search and trusts them to be sorted. */
    private static CompiledLibrary prepared(Library library) {
        CompiledLibrary entry = new CompiledLibrary();
        entry.setLibrary(library);
        entry.setIdentifier(library.getIdentifier());
        var statements = library.getStatements();
        if (statements != null) {
            List<ExpressionDef> sorted = new ArrayList<>(statements.getDef());
            sorted.sort(Comparator.comparing(PolicyDefines::name));
            statements.setDef(sorted);
            sorted.stream().filter(def -> !(def instanceof FunctionDef)).forEach(entry::add);
        }
        return entry;
    }

    /** The FHIR types that a library retrieves, read off its ELM: all that an evaluation can see. */
    static Set<String> retrieved(String elmJson) {
        Set<String> types = new TreeSet<>();
        Matcher retrieve = RETRIEVE.matcher(elmJson);
        while (retrieve.find()) {
            types.add(retrieve.group(1));
        }
        return types;
    }

    LibraryManager manager() {
        return manager;
    }

    /** @throws InvalidPolicy if there is none of this name */
    Library library(String name) {
        Library library = byName.get(name);
        if (library == null) {
            throw new InvalidPolicy("There is no library " + name);
        }
        return library;
    }

    Map<String, Library> all() {
        return byName;
    }
}
