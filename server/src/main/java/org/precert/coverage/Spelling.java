package org.precert.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** How a version of CRD spells coverage information. */
public interface Spelling {

    String URL = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information";

    /** Adds the parts of the extension. */
    void write(ArrayNode parts, CoverageInformation information);

    static Spelling of(GuideVersion version) {
        return switch (version) {
            case STU_2_0 -> new Stu20();
            case STU_2_2 -> new Stu22();
        };
    }
}
