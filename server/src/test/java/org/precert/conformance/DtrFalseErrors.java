package org.precert.conformance;

import java.util.List;
import java.util.regex.Pattern;

/** Errors about forms and their packages that say nothing about them. */
final class DtrFalseErrors {

    private static final List<Pattern> KNOWN = List.of(
            // What these two rules of R4 ask about the type of %resource, the validator asks of the Parameters around a
            // Bundle, which have no type: HL7's own example of a package falls over it. Alone the Bundle is held to
            // them.
            Pattern.compile("^Parameters\\.parameter\\[\\d+]\\.resource: .*StructureDefinition/Bundle#bdl-[34]]$"),
            // A rule of SDC 4.0.0-ballot, which stands in for 3.0.0: there is none such in 3.0.0. It asks for the
            // response
            // around the form, and a form may be looked at alone.
            Pattern.compile("^Questionnaire: .*sdc-questionnaire-adapt#sdc-adapt-1]$"));

    private DtrFalseErrors() {}

    static boolean include(String error) {
        return KNOWN.stream().anyMatch(known -> known.matcher(error).find());
    }
}
