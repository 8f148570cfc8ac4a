package org.precert.conformance;

import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/** Errors of the validator or of a guide that say nothing about the document. */
final class KnownFalseErrors {

    private record Rule(String id, Pattern text, Pattern place) {

        static Rule of(String id, String text, String place) {
            return new Rule(id, Pattern.compile(text), Pattern.compile(place));
        }

        boolean holds(ValidationMessage message) {
            return id.equals(String.valueOf(message.getMessageId()))
                    && text.matcher(message.getMessage()).find()
                    && place.matcher(message.getLocation()).find();
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("Type_Specific_Checks_DT_XHTML_Resolve", "", ""),
            Rule.of("Extension_EXT_Version_Invalid", "Extension url 'http://hl7.org/fhir/5\\.0/", ""),
            Rule.of("null", "Unrecognized property .extension.", "^CDSHooks"),
            Rule.of("Terminology_PassThrough_TX_Message", "expression-language#application/elm\\+(json|xml)", ""),
            Rule.of("http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnairecommon#sdc-2", "", ""),
            Rule.of("Extension_EXT_Type", "questionnaire-derivationType", ""),
            Rule.of(
                    "Validation_VAL_Profile_NotAllowed",
                    "StructureDefinition/Coding\\|4\\.0\\.1",
                    "derivedFrom\\[\\d+\\]\\.extension"),
            // CRD 2.0.1 profiles Appointment with an extension that its own definition does not allow there; Inferno
            // leaves it out as well.
            Rule.of("Extension_EXTP_Context_Wrong", "ext-coverage-information.*\\[Appointment]", ""),
            // CRD 2.2 tells participants apart by the profile of what they refer to, which is not there to be looked
            // at.
            Rule.of("Validation_VAL_Profile_Minimum_SLICE", "'Appointment\\.participant:", ""));

    private KnownFalseErrors() {}

    static boolean include(ValidationMessage message) {
        return RULES.stream().anyMatch(rule -> rule.holds(message));
    }
}
