package org.precert.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Validates JSON against the profiles of the guides. One engine serves the whole test run: its first document costs some
 * twenty seconds of CPU, later ones a tenth of a second.
 *
 * <p>The guides' packages are looked for on this machine, then in the FHIR package registry. A test that needs them says
 * {@code assumeTrue(validator.isAvailable(), validator.whyNot())}.
 */
public final class ProfileValidator {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileValidator.class);
    private static final ProfileValidator STU_2 = new ProfileValidator(GuideSet.STU_2_0);
    private static final ProfileValidator STU_2_2 = new ProfileValidator(GuideSet.STU_2_2);

    private final GuideSet guides;
    private @Nullable Optional<ProfileEngine> engine;

    private ProfileValidator(GuideSet guides) {
        this.guides = guides;
    }

    /** CRD 2.0.1, DTR 2.0.1 and PAS 2.0.1. */
    public static ProfileValidator stu2() {
        return STU_2;
    }

    /** CRD 2.2.0-preview and PAS 2.2.1. */
    public static ProfileValidator stu22() {
        return STU_2_2;
    }

    public boolean isAvailable() {
        return engine().isPresent();
    }

    /** What to tell where the packages are missing. */
    public String whyNot() {
        return PackageFolders.usual().explanation(guides);
    }

    /** Lets it know one more conformance resource, such as the Questionnaire that a response answers: before it is met. */
    public void add(String conformanceResource) {
        required().add(conformanceResource);
    }

    /** The errors of a resource, or of a CDS Hooks message where the profile is a logical model; empty if it conforms. */
    public List<String> errors(String json, String profileUrl) {
        return required().errors(json, profileUrl);
    }

    /** The errors of every resource in the system actions and suggestions, each against the CRD profile of its type. */
    public List<String> errorsOfHookResponse(String json) {
        List<String> errors = new ArrayList<>();
        for (HookResponse.Carried carried : HookResponse.read(json).carried()) {
            for (String error : errors(carried.json(), guides.crdProfile(carried.type()))) {
                errors.add(carried.place() + " " + error);
            }
        }
        return errors;
    }

    /** What a profile wants servers to be able to send. */
    public List<MustSupport> mustSupport(String profileUrl) {
        return required().mustSupport(profileUrl);
    }

    private ProfileEngine required() {
        return engine().orElseThrow(() -> new IllegalStateException(whyNot()));
    }

    private synchronized Optional<ProfileEngine> engine() {
        if (engine == null) {
            engine = PackageFolders.usual()
                    .find(guides)
                    .or(() -> PackageRegistry.standard()
                            .fetch(guides)
                            .flatMap(folder -> new PackageFolders(List.of(folder)).find(guides)))
                    .map(ProfileEngine::of);
            if (engine.isEmpty()) {
                LOG.error("\n{}\n  PROFILES ARE NOT VALIDATED: {}\n{}", "!".repeat(100), whyNot(), "!".repeat(100));
            }
        }
        return engine;
    }
}
