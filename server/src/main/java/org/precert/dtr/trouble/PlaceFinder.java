package org.precert.dtr.trouble;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.precert.evaluation.CqlLines;
import org.precert.evaluation.CqlLines.Define;

/**
 * Recognises a place of our CQL in what an engine says of an error, such as {@code CQL Library: X|1.0.0, Expression: Y, CQL
 * Locator: 12:1-14:20} of cql-execution. It looks words up among our own names: what it does not find there, it forgets.
 */
final class PlaceFinder {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
    private static final Pattern QUOTED =
            Pattern.compile("\"([^\"\\n]{1,300})\"|'([^'\\n]{1,300})'|`([^`\\n]{1,300})`");
    private static final Pattern LABELLED =
            Pattern.compile("(?i)\\b(?:define|expression|statement|function)\\b[ \\t]*:?[ \\t]*([^\\n,;()]{1,300})");
    private static final Pattern QUALIFIED =
            Pattern.compile("\\b([A-Za-z]\\w*+)\"?(?:\\|[\\w.]{1,30})?\\.(?:\"([^\"\\n]{1,300})\"|([A-Za-z_]\\w*+))");

    /** A range stands for itself; a time of day, which could look like one, has a third part or a date before it. */
    private static final Pattern RANGE =
            Pattern.compile("(?<![\\w:-])(\\d{1,6}):\\d{1,6}-(\\d{1,6}):\\d{1,6}(?!\\w|[-.:]\\d)");

    private static final Pattern SINGLE = Pattern.compile(
            "(?i)\\b(?:line|locator)\\b[ \\t]*:?[ \\t]*(\\d{1,6})(?!\\d)|[(\\[](\\d{1,6}):\\d{1,6}[)\\]]");

    private final CqlLines lines;
    private final Set<String> libraries;

    PlaceFinder(CqlLines lines) {
        this.lines = lines;
        this.libraries = lines.libraries();
    }

    Place find(String text) {
        List<String> named = libraries(text);
        Optional<Define> define = define(text, named);
        String library =
                define.map(Define::library).or(() -> named.stream().findFirst()).orElse("");
        if (library.isEmpty()) {
            return Place.UNKNOWN;
        }
        Optional<Integer> line = line(text, library);
        String name = define.or(() -> line.flatMap(at -> lines.around(library, at)))
                .map(Define::name)
                .orElse("");
        return new Place(library, name, line.or(() -> define.map(Define::first)).orElse(0));
    }

    private List<String> libraries(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(libraries::contains)
                .distinct()
                .toList();
    }

    /** A define that is named with its library; else one of a library that is named, too; else the only one of its name. */
    private Optional<Define> define(String text, List<String> named) {
        Optional<Define> qualified = QUALIFIED
                .matcher(text)
                .results()
                .flatMap(found -> lines.find(found.group(1), either(found.group(2), found.group(3))).stream())
                .findFirst();
        if (qualified.isPresent()) {
            return qualified;
        }
        Set<String> candidates = candidates(text);
        if (named.isEmpty()) {
            List<Define> anywhere = in(libraries, candidates);
            return anywhere.size() == 1 ? Optional.of(anywhere.get(0)) : Optional.empty();
        }
        return in(named, candidates).stream().findFirst();
    }

    private List<Define> in(Iterable<String> some, Set<String> candidates) {
        List<Define> found = new ArrayList<>();
        for (String library : some) {
            candidates.forEach(name -> lines.find(library, name).ifPresent(found::add));
        }
        return found;
    }

    /** What stands where a name would: many of our names are ordinary words, so these count only there. */
    private static Set<String> candidates(String text) {
        Set<String> found = new LinkedHashSet<>();
        LABELLED.matcher(text).results().map(label -> label.group(1).strip()).forEach(rest -> {
            found.add(rest);
            WORD.matcher(rest).results().limit(1).map(MatchResult::group).forEach(found::add);
        });
        QUOTED.matcher(text)
                .results()
                .map(quoted -> either(quoted.group(1), either(quoted.group(2), quoted.group(3))))
                .forEach(found::add);
        WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(PlaceFinder::isCompound)
                .forEach(found::add);
        return found;
    }

    /** As in SystolicPressure, which no sentence has. */
    private static boolean isCompound(String word) {
        return word.chars().skip(1).anyMatch(Character::isUpperCase)
                && word.chars().anyMatch(Character::isLowerCase);
    }

    private Optional<Integer> line(String text, String library) {
        int last = lines.in(library).stream().mapToInt(Define::last).max().orElse(0);
        return RANGE.matcher(text)
                .results()
                .filter(range -> number(range.group(1)) <= number(range.group(2)))
                .map(range -> range.group(1))
                .findFirst()
                .or(() -> SINGLE.matcher(text)
                        .results()
                        .map(single -> either(single.group(1), single.group(2)))
                        .findFirst())
                .map(PlaceFinder::number)
                .filter(line -> line >= 1 && line <= last);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String either(@Nullable String one, @Nullable String other) {
        return one != null ? one : other != null ? other : "";
    }
}
