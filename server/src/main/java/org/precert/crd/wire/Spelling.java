package org.precert.crd.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.precert.crd.answer.CoverageInformation;
import org.precert.crd.call.GuideVersion;

/** How a version of the guide spells coverage information: its parts, and the code system of card types. */
interface Spelling {

    String URL = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information";

    /** Adds the parts of the extension. */
    void write(ArrayNode parts, CoverageInformation information);

    /** Of the codes of card types. */
    String cardTypes();

    static Spelling of(GuideVersion version) {
        return switch (version) {
            case STU_2_0 -> new Stu20();
            case STU_2_2 -> new Stu22();
        };
    }
}
