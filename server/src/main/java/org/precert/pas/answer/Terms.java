package org.precert.pas.answer;

/** The names that answers are written with: the guide's extensions, and the code systems of X12, HL7 and CMS. */
final class Terms {

    private static final String DEFINITION = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";
    private static final String OURS = "https://precert.dev/fhir/";

    static final String PROFILE = DEFINITION + "profile-";

    static final String TRANSMISSION = DEFINITION + "extension-TransmissionIdentifiers";
    static final String REVIEWER = DEFINITION + "extension-claimResponseReviewer";
    static final String AUTHORIZED_PROVIDER = DEFINITION + "extension-itemAuthorizedProvider";
    static final String AUTHORIZED_PROVIDER_TYPE = DEFINITION + "extension-authorizedProviderType";
    static final String AUTHORIZED_DETAIL = DEFINITION + "extension-itemAuthorizedDetail";
    static final String TRACE_NUMBER = DEFINITION + "extension-itemTraceNumber";
    static final String ISSUED = DEFINITION + "extension-itemPreAuthIssueDate";
    static final String GOOD_FOR = DEFINITION + "extension-itemPreAuthPeriod";
    static final String AUTHORIZATION_NUMBER = DEFINITION + "extension-authorizationNumber";
    static final String ADMINISTRATIVE_NUMBER = DEFINITION + "extension-administrationReferenceNumber";
    static final String REQUESTED_DATE = DEFINITION + "extension-itemRequestedServiceDate";
    static final String REQUESTED_SERVICE = DEFINITION + "extension-requestedService";
    static final String DIAGNOSIS = DEFINITION + "extension-communicatedDiagnosis";
    static final String CONTENT_MODIFIER = DEFINITION + "extension-contentModifier";
    static final String SERVICE_END = DEFINITION + "extension-productOrServiceCodeEnd";
    static final String REVENUE = DEFINITION + "extension-revenueCode";
    static final String RATE_LIMIT = DEFINITION + "extension-revenueUnitRateLimit";
    static final String REQUEST_TYPE = DEFINITION + "extension-serviceItemRequestType";
    static final String CERTIFICATION_TYPE = DEFINITION + "extension-certificationType";
    static final String EPSDT = DEFINITION + "extension-epsdtIndicator";
    static final String NURSING_HOME_STATUS = DEFINITION + "extension-nursingHomeResidentialStatus";
    static final String NURSING_HOME_LEVEL = DEFINITION + "extension-nursingHomeLevelOfCare";
    static final String ADMISSION = DEFINITION + "extension-admissionDates";
    static final String DISCHARGE = DEFINITION + "extension-dischargeDate";
    static final String CATEGORY = DEFINITION + "extension-itemCategory";
    static final String REVIEW_ACTION = DEFINITION + "extension-reviewAction";
    static final String REVIEW_ACTION_CODE = DEFINITION + "extension-reviewActionCode";
    static final String SERVICE_LINE = DEFINITION + "extension-serviceLineNumber";
    static final String PA_LINE = DEFINITION + "extension-paLineNumber";
    static final String FOLLOW_UP = DEFINITION + "extension-errorFollowupAction";
    static final String ERROR_ELEMENT = DEFINITION + "extension-errorElement";
    static final String ERROR_PATH = DEFINITION + "extension-errorPath";
    static final String CARE_TEAM_SCOPE = DEFINITION + "extension-careTeamClaimScope";
    static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    static final String REVIEW_ACTIONS = "https://codesystem.x12.org/005010/306";
    static final String REVIEW_REASONS = "https://codesystem.x12.org/external/886";
    static final String REJECT_REASONS = "https://codesystem.x12.org/005010/901";
    static final String FOLLOW_UPS = "https://codesystem.x12.org/005010/889";
    static final String REPORT_TYPES = "https://codesystem.x12.org/005010/755";
    static final String UNITS = "https://codesystem.x12.org/005010/673";
    static final String ENTITIES = "https://codesystem.x12.org/005010/98";
    static final String REVENUE_CODES_2_0 = "https://www.nubc.org/revenue-code";
    static final String REVENUE_CODES = "https://www.nubc.org/CodeSystem/RevenueCodes";
    static final String TEMPORARY = "http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes";
    static final String ADJUDICATION = "http://terminology.hl7.org/CodeSystem/adjudication";
    static final String CARE_TEAM_ROLES = "http://terminology.hl7.org/CodeSystem/claimcareteamrole";
    static final String PLACES = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
    static final String LOINC = "http://loinc.org";
    static final String TAXONOMY = "http://nucc.org/provider-taxonomy";
    static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    static final String URI = "urn:ietf:rfc:3986";

    /** What the policy says, in the words of every door. */
    static final String DETERMINATIONS = OURS + "CodeSystem/determination";
    /** The number of the case, which people call it by. */
    static final String CASE_NUMBER = OURS + "sid/prior-authorization";
    /** Attachment control numbers. */
    static final String CONTROL_NUMBER = OURS + "sid/attachment-control";
    /** By which DTR gives the form that belongs to a review. */
    static final String FORM_CONTEXT = OURS + "sid/dtr-context";
    /** The payer by its key in this server, where a request names it by no identifier. */
    static final String PAYER_KEY = OURS + "sid/payer";

    private Terms() {}
}
