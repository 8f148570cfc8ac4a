package org.precert.auditor;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The codes of AuditEvents. */
enum Codes {
    REST("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "Restful Operation"),
    APPLICATION_ACTIVITY(Codes.DICOM, "110100", "Application Activity"),
    AUDIT_LOG_USED(Codes.DICOM, "110101", "Audit Log Used"),
    SECURITY_ALERT(Codes.DICOM, "110113", "Security Alert"),
    USER_AUTHENTICATION(Codes.DICOM, "110114", "User Authentication"),

    OPERATION(Codes.INTERACTION, "operation", "operation"),
    CREATE(Codes.INTERACTION, "create", "create"),
    UPDATE(Codes.INTERACTION, "update", "update"),
    READ(Codes.INTERACTION, "read", "read"),
    SEARCH(Codes.INTERACTION, "search-type", "search-type"),
    START(Codes.DICOM, "110120", "Application Start"),
    STOP(Codes.DICOM, "110121", "Application Stop"),
    SOFTWARE_CONFIGURATION(Codes.DICOM, "110131", "Software Configuration"),
    RESTRICTED_FUNCTION(Codes.DICOM, "110132", "Use of Restricted Function"),
    USER_ATTRIBUTES(Codes.DICOM, "110137", "User Security Attributes Changed"),
    LOGIN(Codes.DICOM, "110122", "Login"),
    LOGOUT(Codes.DICOM, "110123", "Logout"),
    GET_TOKEN("urn:ihe:event-type-code", "ITI-71", "Get Access Token"),

    APPLICATION(Codes.DICOM, "110150", "Application"),
    DESTINATION(Codes.DICOM, "110152", "Destination Role ID"),
    SOURCE(Codes.DICOM, "110153", "Source Role ID"),
    RECIPIENT(Codes.PARTICIPATION, "IRCP", "information recipient"),
    AUTHOR(Codes.PARTICIPATION, "AUT", "author (originator)"),
    AUTHORIZATION_SERVER(
            "https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes",
            "AuthzOauthService",
            "OAuth Authorization Server"),

    PERSON(Codes.ENTITY, "1", "Person"),
    SYSTEM_OBJECT(Codes.ENTITY, "2", "System Object"),
    REQUEST_ID(
            "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType",
            "XrequestId",
            "transport specific unique identifier where http X-Request-Id is used"),
    PATIENT_ROLE(Codes.ROLE, "1", "Patient"),
    DOMAIN_RESOURCE(Codes.ROLE, "4", "Domain Resource"),
    QUERY_ROLE(Codes.ROLE, "24", "Query"),

    APPLICATION_SERVER("http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"),
    OPERATIONS("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HPAYMT", "healthcare payment");

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String ENTITY = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";

    private final String system;
    private final String code;
    private final String display;

    Codes(String system, String code, String display) {
        this.system = system;
        this.code = code;
        this.display = display;
    }

    void write(ObjectNode coding) {
        coding.put("system", system).put("code", code).put("display", display);
    }
}
