package org.precert.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlCompilerException.ErrorSeverity;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.cqframework.cql.cql2elm.LibraryBuilder.SignatureLevel;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.hl7.elm.r1.Library;
import org.precert.policy.InvalidPolicy;

/** Translates CQL to ELM: in the build for our own policies, at start for the folders of a deployment. */
public final class CqlCompiler {

    private final LibraryManager libraries;

    /** @param sources the CQL text of every library that may be included */
    public CqlCompiler(Collection<String> sources) {
        ModelManager models = new ModelManager();
        this.libraries = new LibraryManager(models, options());
        libraries.getLibrarySourceLoader().registerProvider(new StringLibrarySourceProvider(List.copyOf(sources)));
    }

    /**
     * Translates one library.
     *
     * @param file the name to show in messages
     * @throws InvalidPolicy naming file, line and column of each error and warning
     */
    public Library compile(String file, String cql) {
        CqlTranslator translator = CqlTranslator.fromText(cql, libraries);
        List<String> complaints = new ArrayList<>();
        translator.getExceptions().stream()
                .filter(e -> e.getSeverity() != ErrorSeverity.Info)
                .forEach(e -> complaints.add(describe(file, e)));
        if (!complaints.isEmpty()) {
            throw new InvalidPolicy(String.join("\n", complaints));
        }
        return translator.toELM();
    }

    private static String describe(String file, CqlCompilerException e) {
        var place = e.getLocator();
        String where = place == null ? "" : ":" + place.getStartLine() + ":" + place.getStartChar();
        return file + where + ": " + e.getMessage();
    }

    private static CqlCompilerOptions options() {
        // Locators carry line numbers into messages and coverage; signatures spare overload resolution at run time.
        return new CqlCompilerOptions(
                ErrorSeverity.Info,
                SignatureLevel.All,
                CqlCompilerOptions.Options.EnableLocators,
                CqlCompilerOptions.Options.DisableListDemotion,
                CqlCompilerOptions.Options.DisableListPromotion);
    }
}
