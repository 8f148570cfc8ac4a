package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.precert.conformance.MustSupport;
import org.precert.conformance.ProfileValidator;
import org.precert.pas.call.PasVersion;

/** The profiles of both versions of PAS. */
public final class PasProfiles {

    public static final String RESPONSE_BUNDLE = "pas-response-bundle";
    public static final String INQUIRY_BUNDLE = "pas-inquiry-response-bundle";

    private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/profile-";

    private PasProfiles() {}

    public static boolean areAvailable() {
        return ProfileValidator.stu2().isAvailable() && ProfileValidator.stu22().isAvailable();
    }

    public static String whyNot() {
        return ProfileValidator.stu2().whyNot() + "; "
                + ProfileValidator.stu22().whyNot();
    }

    public static List<MustSupport> mustSupport(PasVersion version, String profile) {
        return validator(version).mustSupport(PAS + profile);
    }

    private static ProfileValidator validator(PasVersion version) {
        return version == PasVersion.STU_2_0 ? ProfileValidator.stu2() : ProfileValidator.stu22();
    }

    /** The errors; empty if it conforms. */
    public static List<String> errors(PasVersion version, JsonNode resource, String profile) {
        return validator(version).errors(resource.toPrettyString(), PAS + profile).stream()
                .filter(error -> !PasFalseErrors.include(error))
                .toList();
    }
}
