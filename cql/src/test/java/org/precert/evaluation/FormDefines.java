package org.precert.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.cqframework.cql.cql2elm.CqlCompilerException.ErrorSeverity;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.cqframework.cql.cql2elm.LibraryBuilder.SignatureLevel;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.ListTypeSpecifier;
import org.hl7.elm.r1.NamedTypeSpecifier;
import org.hl7.elm.r1.TupleTypeSpecifier;
import org.hl7.elm.r1.TypeSpecifier;
import org.jspecify.annotations.Nullable;

/**
 * The defines of a prepopulation library, with their types: what the questions of a form may bind.
 *
 * @param types by define; a list as {@code List<Code>}, a tuple by the names of its parts
 */
record FormDefines(String library, Map<String, String> types) {

    private static final Pattern BINDING = Pattern.compile("\"(\\w+)\"\\.(\\w+)");
    private static final String EVIDENCE = "List<[code, on, path, source, words]>";

    /** Where the code of the answer is another than that of the record. */
    private static final String EVIDENCE_OF_AN_ANSWER = "List<[answer, code, on, path, source, words]>";

    private static final Map<String, String> HELD = Map.of(
            "boolean", "Boolean",
            "integer", "Integer",
            "decimal", "Decimal",
            "date", "Date",
            "quantity", "Quantity",
            "choice", "Code",
            "open-choice", "Code",
            "string", "String",
            "text", "String");

    static FormDefines none() {
        return new FormDefines("", Map.of());
    }

    /** @param shared the CQL that the library may include */
    static FormDefines of(Collection<String> shared, String cql) {
        LibraryManager libraries = new LibraryManager(
                new ModelManager(),
                new CqlCompilerOptions(
                        ErrorSeverity.Error,
                        SignatureLevel.All,
                        CqlCompilerOptions.Options.EnableResultTypes,
                        CqlCompilerOptions.Options.DisableListDemotion,
                        CqlCompilerOptions.Options.DisableListPromotion));
        libraries.getLibrarySourceLoader().registerProvider(new StringLibrarySourceProvider(List.copyOf(shared)));
        Library library =
                Objects.requireNonNull(CqlTranslator.fromText(cql, libraries).toELM());
        Map<String, String> types = new HashMap<>();
        for (ExpressionDef def : Objects.requireNonNull(library.getStatements()).getDef()) {
            types.put(PolicyDefines.name(def), type(def.getResultTypeName(), def.getResultTypeSpecifier()));
        }
        return new FormDefines(
                PolicyDefines.text(
                        Objects.requireNonNull(library.getIdentifier()).getId()),
                types);
    }

    /** What is wrong with how the questions of a form are bound, by question. */
    List<String> misfits(List<FormItem> items) {
        List<String> misfits = new ArrayList<>();
        for (FormItem item : items) {
            item.binding()
                    .flatMap(expression -> misfit(
                            item,
                            expression.path("language").asText(),
                            expression.path("expression").asText()))
                    .ifPresent(misfit -> misfits.add(item + ": " + misfit));
        }
        return misfits;
    }

    private Optional<String> misfit(FormItem item, String language, String expression) {
        Matcher binding = BINDING.matcher(expression);
        if (!language.equals("text/cql") || !binding.matches()) {
            return Optional.of("not text/cql of the form \"Library\".Define");
        }
        if (!binding.group(1).equals(library)) {
            return Optional.of("not of the library " + library);
        }
        String define = binding.group(2);
        String type = types.getOrDefault(define, "nothing");
        String held = HELD.getOrDefault(item.type(), "");
        if (!type.equals(held) && !(item.repeats() && type.equals("List<" + held + ">"))) {
            return Optional.of(define + " is " + type);
        }
        return List.of(EVIDENCE, EVIDENCE_OF_AN_ANSWER).contains(types.getOrDefault(define + "Evidence", "nothing"))
                ? Optional.empty()
                : Optional.of(define + "Evidence is " + types.get(define + "Evidence"));
    }

    private static String type(@Nullable QName name, @Nullable TypeSpecifier specifier) {
        if (name != null) {
            return name.getLocalPart();
        }
        if (specifier instanceof NamedTypeSpecifier named) {
            return Objects.requireNonNull(named.getName()).getLocalPart();
        }
        if (specifier instanceof ListTypeSpecifier list) {
            return "List<" + type(null, list.getElementType()) + ">";
        }
        if (specifier instanceof TupleTypeSpecifier tuple) {
            Set<String> parts = new TreeSet<>();
            tuple.getElement().forEach(part -> parts.add(PolicyDefines.text(part.getName())));
            return parts.toString();
        }
        return "another type";
    }
}
