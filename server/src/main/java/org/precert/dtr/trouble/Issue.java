package org.precert.dtr.trouble;

/**
 * One issue of an OperationOutcome, as far as FHIR and we have names for it.
 *
 * @param severity a code of IssueSeverity, or unknown
 * @param code a code of IssueType, or unknown
 * @param detail a code of FHIR's own operation outcomes, such as MSG_BAD_SYNTAX; or empty
 */
record Issue(String severity, String code, String detail, Place place) {

    private static final String UNKNOWN_CODE = "unknown";

    /** A form was reported, and nothing said of what is wrong with it. */
    static final Issue UNSAID = new Issue(UNKNOWN_CODE, UNKNOWN_CODE, "", Place.UNKNOWN);
}
