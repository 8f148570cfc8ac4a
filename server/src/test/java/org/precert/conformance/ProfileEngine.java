package org.precert.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/** The HL7 validator over the packages. */
final class ProfileEngine {

    private static final Pattern NARRATIVE = Pattern.compile("\"div\"(\\s*:\\s*)\"(?:[^\"\\\\]++|\\\\.)*+\"");
    private static final String NO_NARRATIVE =
            "\"div\"$1\"<div xmlns=\\\\\"http://www.w3.org/1999/xhtml\\\\\">.</div>\"";

    private final GuideContext context;

    private ProfileEngine(GuideContext context) {
        this.context = context;
    }

    static ProfileEngine of(List<Path> packages) {
        return new ProfileEngine(GuideContext.of(packages));
    }

    synchronized void add(String resource) {
        context.add(resource.getBytes(StandardCharsets.UTF_8));
    }

    /** One at a time: the context behind it remembers what it has read. */
    synchronized List<String> errors(String json, String profileUrl) {
        StructureDefinition profile = context.fetchResource(StructureDefinition.class, profileUrl);
        if (profile == null) {
            return List.of("The packages have no profile " + profileUrl);
        }
        return validate(withoutNarrative(json), profile).stream()
                .filter(ValidationMessage::isError)
                .filter(message -> !KnownFalseErrors.include(message))
                .map(message ->
                        message.getLocation() + ": " + message.getMessage() + " [" + message.getMessageId() + "]")
                .distinct()
                .toList();
    }

    synchronized List<MustSupport> mustSupport(String profileUrl) {
        return MustSupport.of(context.fetchResource(StructureDefinition.class, profileUrl));
    }

    private List<ValidationMessage> validate(String json, StructureDefinition profile) {
        List<ValidationMessage> messages = new ArrayList<>();
        try {
            validator()
                    .validate(
                            null,
                            messages,
                            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                            FhirFormat.JSON,
                            List.of(profile));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }

    private InstanceValidator validator() throws IOException {
        InstanceValidator validator = new InstanceValidator(
                context,
                new FhirInstanceValidator.NullEvaluationContext(),
                new XVerExtensionManagerOld(context),
                new ValidatorSession(),
                new ValidatorSettings());
        validator.setAssumeValidRestReferences(true);
        validator.setAnyExtensionsAllowed(true);
        validator.setErrorForUnknownProfiles(true);
        validator.setUnknownCodeSystemsCauseErrors(true); // the context answers for them, with warnings
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setAllowExamples(true);
        validator.setPolicyAdvisor(new StrictAdvisor());
        return validator;
    }

    /** A link in a narrative that leads nowhere would count against the profile that a reference is matched with. */
    private static String withoutNarrative(String json) {
        return NARRATIVE.matcher(json).replaceAll(NO_NARRATIVE);
    }

    /** The default advisor keeps silent about references whose target has none of the profiles that are asked for. */
    private static final class StrictAdvisor extends FhirDefaultPolicyAdvisor {

        @Override
        public boolean isSuppressMessageId(String path, String messageId) {
            return false;
        }
    }
}
