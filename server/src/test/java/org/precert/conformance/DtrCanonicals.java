package org.precert.conformance;

/** Where the guides' definitions lie. */
final class DtrCanonicals {

    static final String DTR = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/";
    static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
    static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    static final String ADAPTIVE = SDC + "sdc-questionnaire-questionnaireAdaptive";
    static final String CQF_LIBRARY = CORE + "cqf-library";
    static final String UNIT_VALUE_SET = CORE + "questionnaire-unitValueSet";
    static final String ALTERNATIVE = DTR + "alternativeExpression";

    private DtrCanonicals() {}
}
