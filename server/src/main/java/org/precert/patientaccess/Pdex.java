package org.precert.patientaccess;

/** The names that an ExplanationOfBenefit is written with. */
final class Pdex {

    private static final String PDEX = "http://hl7.org/fhir/us/davinci-pdex/";
    private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";
    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";

    static final String PROFILE = PDEX + "StructureDefinition/pdex-priorauthorization";
    static final String REVIEW_ACTION = PDEX + "StructureDefinition/extension-reviewAction";
    static final String REVIEW_ACTION_CODE = PDEX + "StructureDefinition/extension-reviewActionCode";
    static final String WHEN_ADJUDICATED = PDEX + "StructureDefinition/base-ext-when-adjudicated";
    static final String DISCRIMINATOR = PDEX + "CodeSystem/PDexAdjudicationDiscriminator";

    static final String ISSUED = PAS + "extension-itemPreAuthIssueDate";
    static final String GOOD_FOR = PAS + "extension-itemPreAuthPeriod";
    static final String ADMINISTRATIVE_NUMBER = PAS + "extension-administrationReferenceNumber";
    static final String AUTHORIZED_DETAIL = PAS + "extension-itemAuthorizedDetail";

    static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    static final String ADJUDICATION = TERMS + "adjudication";
    static final String PRIORITY = TERMS + "processpriority";
    static final String REVIEW_ACTIONS = "https://codesystem.x12.org/005010/306";
    static final String REVIEW_REASONS = "https://codesystem.x12.org/external/886";
    static final String PLACES = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
    static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    static final String CASE_NUMBER = "https://precert.dev/fhir/sid/prior-authorization";
    static final String PAYER = "https://precert.dev/fhir/sid/payer";

    private Pdex() {}
}
