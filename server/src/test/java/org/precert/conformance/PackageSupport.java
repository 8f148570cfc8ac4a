package org.precert.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.jspecify.annotations.Nullable;

/** The conformance resources of packages, each parsed when it is first asked for. */
final class PackageSupport implements IValidationSupport {

    private static final List<String> TYPES =
            List.of("StructureDefinition", "ValueSet", "CodeSystem", "Questionnaire", "Library", "ConceptMap");

    private final FhirContext fhir;
    private final Map<String, byte[]> texts = new HashMap<>();
    private final Map<String, IBaseResource> parsed = new HashMap<>();
    private final List<String> logicalModels = new ArrayList<>();

    private PackageSupport(FhirContext fhir) {
        this.fhir = fhir;
    }

    static PackageSupport of(FhirContext fhir, List<Path> packages) {
        PackageSupport support = new PackageSupport(fhir);
        packages.forEach(each -> PackageReader.read(each).forEach(support::add));
        return support;
    }

    /** One more, beside the packages. */
    synchronized void add(byte[] text) {
        Canonical.of(text).filter(canonical -> TYPES.contains(canonical.type())).ifPresent(canonical -> {
            if (canonical.isLogicalModel()
                    && !texts.containsKey(canonical.keys().get(0))) {
                logicalModels.add(canonical.url());
            }
            canonical.keys().forEach(key -> texts.putIfAbsent(key, text));
        });
    }

    /** Where the version that is asked for is not here, the one that is here stands in. */
    private synchronized @Nullable IBaseResource find(String type, @Nullable String url) {
        if (url == null) {
            return null;
        }
        String key = Canonical.key(type, url.replaceFirst("#.*", ""));
        String known = texts.containsKey(key) ? key : key.replaceFirst("\\|.*", "");
        byte[] text = texts.get(known);
        return text == null ? null : parsed.computeIfAbsent(known, unparsed -> parse(text));
    }

    private IBaseResource parse(byte[] text) {
        IBaseResource resource = fhir.newJsonParser().parseResource(new String(text, StandardCharsets.UTF_8));
        if (resource instanceof CodeSystem codes && codes.getContent() == CodeSystem.CodeSystemContentMode.NULL) {
            codes.setContent(null);
        }
        return resource;
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String url) {
        Stream<String> types = type == null ? TYPES.stream() : Stream.of(type.getSimpleName());
        return (T) types.flatMap(each -> Stream.ofNullable(find(each, url)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable IBaseResource fetchStructureDefinition(String url) {
        return find("StructureDefinition", url);
    }

    @Override
    public @Nullable IBaseResource fetchCodeSystem(String url) {
        return find("CodeSystem", url);
    }

    @Override
    public @Nullable IBaseResource fetchValueSet(String url) {
        return find("ValueSet", url);
    }

    @Override
    public boolean isCodeSystemSupported(ValidationSupportContext context, String system) {
        return texts.containsKey(Canonical.key("CodeSystem", system));
    }

    @Override
    public boolean isValueSetSupported(ValidationSupportContext context, String url) {
        return texts.containsKey(Canonical.key("ValueSet", url));
    }

    /** Only the logical models: the validator asks for all to learn the names of types, and there are no others here. */
    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return logicalModels.stream()
                .map(url -> (T) find("StructureDefinition", url))
                .toList();
    }

    @Override
    public <T extends IBaseResource> List<T> fetchAllNonBaseStructureDefinitions() {
        return fetchAllStructureDefinitions();
    }

    @Override
    public String getName() {
        return "packages";
    }
}
