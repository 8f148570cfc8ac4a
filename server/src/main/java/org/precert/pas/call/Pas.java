package org.precert.pas.call;

/** The names that the guide gives to its extensions, and the code systems that it takes from X12 and HL7. */
final class Pas {

    private static final String DEFINITION = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";
    private static final String X12 = "https://codesystem.x12.org/005010/";

    static final String CERTIFICATION_TYPE = DEFINITION + "extension-certificationType";
    static final String REQUEST_TYPE = DEFINITION + "extension-serviceItemRequestType";
    static final String LEVEL_OF_SERVICE = DEFINITION + "extension-levelOfServiceCode";
    static final String CARE_TEAM_SCOPE = DEFINITION + "extension-careTeamClaimScope";
    static final String INFO_CHANGED = DEFINITION + "extension-infoChanged";
    static final String INFO_CANCELLED = DEFINITION + "modifierextension-infoCancelled";
    static final String REQUESTED_SERVICE = DEFINITION + "extension-requestedService";
    static final String TRACE_NUMBER = DEFINITION + "extension-itemTraceNumber";
    static final String AUTHORIZATION_NUMBER = DEFINITION + "extension-authorizationNumber";
    static final String ADMINISTRATIVE_NUMBER = DEFINITION + "extension-administrationReferenceNumber";
    static final String TRANSMISSION = DEFINITION + "extension-TransmissionIdentifiers";
    static final String DOCUMENT_INFORMATION = DEFINITION + "extension-documentInformation";
    static final String SERVICE_END = DEFINITION + "extension-productOrServiceCodeEnd";
    static final String ISSUE_DATE = DEFINITION + "extension-itemCertificationIssueDate";
    static final String EXPIRATION_DATE = DEFINITION + "extension-itemCertificationExpirationDate";
    static final String EFFECTIVE_DATE = DEFINITION + "extension-itemCertificationEffectiveDate";
    static final String REVIEW_ACTION = DEFINITION + "extension-reviewActionCode";

    static final String TEMPORARY_CODES = "http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes";
    static final String CERTIFICATION_TYPES = X12 + "1322";
    static final String LEVELS_OF_SERVICE = X12 + "1338";
    static final String UNITS = X12 + "673";
    static final String REVIEW_ACTIONS = X12 + "306";
    static final String CLAIM_TYPES = "http://terminology.hl7.org/CodeSystem/claim-type";
    static final String PRIORITIES = "http://terminology.hl7.org/CodeSystem/processpriority";
    static final String RELATIONSHIPS = "http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship";
    static final String IDENTIFIER_TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";
    static final String ABSENT_REASONS = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    static final String ABSENT_REASON = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /** X12 1322: the whole request, or the item, is withdrawn. */
    static final String CANCEL = "3";

    private Pas() {}
}
