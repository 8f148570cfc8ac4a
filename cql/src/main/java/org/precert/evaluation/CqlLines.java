package org.precert.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.elm.r1.CodeDef;
import org.hl7.elm.r1.Element;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.ParameterDef;
import org.hl7.elm.r1.ValueSetDef;

/**
 * Where things stand in the CQL of the compiled libraries, by the locators of their ELM. The file of a library has its name.
 * Immutable.
 */
public final class CqlLines {

    /** As in "12:1-14:20", or "12:1" for what takes one place. */
    private static final Pattern LOCATOR = Pattern.compile("(\\d{1,7}):\\d+(?:-(\\d{1,7}):\\d+)?");

    /**
     * What a library defines by a name: an expression, a function, a parameter, a value set or a code.
     *
     * @param first its first line; lines count from 1
     * @param last its last line
     */
    public record Define(String library, String name, int first, int last) {

        boolean spans(int line) {
            return first <= line && line <= last;
        }
    }

    private final Map<String, List<Define>> defines = new HashMap<>();

    public CqlLines(Collection<Define> all) {
        all.stream()
                .sorted(Comparator.comparingInt(Define::first))
                .forEach(each -> defines.computeIfAbsent(each.library(), name -> new ArrayList<>())
                        .add(each));
        defines.replaceAll((library, some) -> List.copyOf(some));
    }

    static CqlLines of(Collection<Library> libraries) {
        return new CqlLines(
                libraries.stream().flatMap(library -> read(library).stream()).toList());
    }

    private static List<Define> read(Library library) {
        var id = library.getIdentifier();
        String name = id == null ? "" : PolicyDefines.text(id.getId());
        List<Define> found = new ArrayList<>();
        expressions(library).forEach(def -> add(found, name, PolicyDefines.name(def), def));
        parameters(library).forEach(def -> add(found, name, PolicyDefines.text(def.getName()), def));
        valueSets(library).forEach(def -> add(found, name, PolicyDefines.text(def.getName()), def));
        codes(library).forEach(def -> add(found, name, PolicyDefines.text(def.getName()), def));
        return found;
    }

    private static Stream<ExpressionDef> expressions(Library library) {
        var all = library.getStatements();
        return all == null ? Stream.empty() : all.getDef().stream();
    }

    private static Stream<ParameterDef> parameters(Library library) {
        var all = library.getParameters();
        return all == null ? Stream.empty() : all.getDef().stream();
    }

    private static Stream<ValueSetDef> valueSets(Library library) {
        var all = library.getValueSets();
        return all == null ? Stream.empty() : all.getDef().stream();
    }

    private static Stream<CodeDef> codes(Library library) {
        var all = library.getCodes();
        return all == null ? Stream.empty() : all.getDef().stream();
    }

    /** What has no locator was not written by anybody, and has no line. */
    private static void add(List<Define> found, String library, String name, Element element) {
        Matcher locator = LOCATOR.matcher(PolicyDefines.text(element.getLocator()));
        if (locator.matches()) {
            int first = Integer.parseInt(locator.group(1));
            int last = locator.group(2) == null ? first : Integer.parseInt(locator.group(2));
            found.add(new Define(library, name, first, last));
        }
    }

    /** The names of all libraries that define something. */
    public Set<String> libraries() {
        return Set.copyOf(defines.keySet());
    }

    /** What a library defines, from its first line to its last; nothing for a library that is not known. */
    public List<Define> in(String library) {
        return defines.getOrDefault(library, List.of());
    }

    /** @return of the functions of one name, the first */
    public Optional<Define> find(String library, String define) {
        return in(library).stream().filter(each -> each.name().equals(define)).findFirst();
    }

    /** @return nothing for a line between two defines, or behind the last */
    public Optional<Define> around(String library, int line) {
        return in(library).stream().filter(each -> each.spans(line)).findFirst();
    }
}
