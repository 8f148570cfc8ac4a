package org.precert.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** What the HL7 validator asks: the packages, R4 behind them, and a warning for every code system that is in neither. */
final class GuideContext extends WorkerContextValidationSupportAdapter {

    private static final String CORE_VERSION = "|4.0.1";

    private final PackageSupport packages;

    private GuideContext(PackageSupport packages) {
        this.packages = packages;
    }

    static GuideContext of(List<Path> packages) {
        FhirContext fhir = FhirContext.forR4Cached();
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(fhir);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        GuideContext context = new GuideContext(PackageSupport.of(fhir, packages));
        context.setValidationSupport(new ValidationSupportChain(
                context.packages,
                new CoreDefinitions(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new SnapshotGeneratingValidationSupport(fhir),
                unknown));
        return context;
    }

    void add(byte[] resource) {
        packages.add(resource);
    }

    /** Core definitions are asked for with their version; HAPI's own answer only without. */
    @Override
    public <T extends Resource> @Nullable T fetchResource(Class<T> type, @Nullable String url) {
        T found = super.fetchResource(type, url);
        return found == null && url != null && url.endsWith(CORE_VERSION)
                ? super.fetchResource(type, url.substring(0, url.length() - CORE_VERSION.length()))
                : found;
    }

    @Override
    public @Nullable StructureDefinition fetchTypeDefinition(@Nullable String type) {
        return isUrl(type) ? fetchResource(StructureDefinition.class, type) : super.fetchTypeDefinition(type);
    }

    @Override
    public List<StructureDefinition> fetchTypeDefinitions(@Nullable String type) {
        if (!isUrl(type)) {
            return super.fetchTypeDefinitions(type);
        }
        StructureDefinition definition = fetchTypeDefinition(type);
        return definition == null ? List.of() : List.of(definition);
    }

    /** As the type of a logical model is. */
    private static boolean isUrl(@Nullable String type) {
        return type != null && type.contains("/");
    }
}
