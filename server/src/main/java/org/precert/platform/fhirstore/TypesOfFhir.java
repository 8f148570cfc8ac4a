package org.precert.platform.fhirstore;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.BaseValidationSupportWrapper;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.jspecify.annotations.Nullable;

/**
 * FHIR's types as FHIRPath asks for them when it indexes a resource: their names, kinds and bases. HAPI would read all 650
 * StructureDefinitions of FHIR for that at each start, and keep them; nothing here reads more of them (decisions/0028).
 */
final class TypesOfFhir extends BaseValidationSupportWrapper {

    /** Of each type a line: name, kind, base; the two roots have no base. */
    private static final String TABLE = "fhir-types.tsv";

    private final Map<String, StructureDefinition> byUrl;

    private TypesOfFhir(FhirContext context, IValidationSupport others) {
        super(context, others);
        this.byUrl = read().stream().collect(Collectors.toMap(StructureDefinition::getUrl, Function.identity()));
    }

    /** Gives them to a context, for good; what is no StructureDefinition comes from where it came from. */
    static FhirContext in(FhirContext context) {
        if (!(context.getValidationSupport() instanceof TypesOfFhir)) {
            context.setValidationSupport(new TypesOfFhir(context, context.getValidationSupport()));
        }
        return context;
    }

    @Override
    @SuppressWarnings("unchecked") // the interface leaves to the caller what a StructureDefinition is
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return (List<T>) List.copyOf(byUrl.values());
    }

    @Override
    public @Nullable IBaseResource fetchStructureDefinition(String url) {
        StructureDefinition known = byUrl.get(url);
        return known == null ? misspelt(url) : known;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface's
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String url) {
        return type == StructureDefinition.class
                ? type.cast(fetchStructureDefinition(url))
                : super.fetchResource(type, url);
    }

    /** Some search parameters of R4 say {@code as(String)} for {@code as(string)}; HAPI helps them in this way. */
    private @Nullable StructureDefinition misspelt(String url) {
        String name = url.startsWith(URL_PREFIX_STRUCTURE_DEFINITION)
                ? url.substring(URL_PREFIX_STRUCTURE_DEFINITION.length())
                : "";
        if (name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
            return null;
        }
        StructureDefinition meant =
                byUrl.get(URL_PREFIX_STRUCTURE_DEFINITION + Character.toLowerCase(name.charAt(0)) + name.substring(1));
        return meant == null ? null : meant.copy().setType(name);
    }

    private static List<StructureDefinition> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TypesOfFhir.class.getResourceAsStream(TABLE)), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> type(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StructureDefinition type(String[] line) {
        StructureDefinition type = new StructureDefinition()
                .setUrl(URL_PREFIX_STRUCTURE_DEFINITION + line[0])
                .setName(line[0])
                .setType(line[0])
                .setKind(StructureDefinitionKind.fromCode(line[1]));
        return line[2].isEmpty()
                ? type
                : type.setDerivation(TypeDerivationRule.SPECIALIZATION)
                        .setBaseDefinition(URL_PREFIX_STRUCTURE_DEFINITION + line[2]);
    }
}
