package org.precert.pas.call;

/**
 * A failure of business: the request is well formed and can not be reviewed. It is answered with 200 and the outcome
 * {@code error} (X12 278, AAA).
 *
 * @param code901 X12 901, reject reason
 * @param followUp889 X12 889, what to do next: C correct and send again, N send no more
 * @param element the place in the 278, as {@code 2010C-NM109}
 * @param path a FHIRPath from the Bundle
 * @param words our own, quoting nothing that was sent
 */
public record Problem(String code901, String followUp889, String element, String path, String words) {

    private static final String CORRECT = "C";
    private static final String NOT_ALLOWED = "N";

    /** No id of the member was sent at all. */
    public static Problem memberIdMissing(String path) {
        return new Problem("72", CORRECT, "2010C-NM109", path, "No member id was sent for the patient.");
    }

    /** The payer knows nobody of these ids. */
    public static Problem memberUnknown(String path) {
        return new Problem("75", CORRECT, "2010C-NM109", path, "No member of this plan was found by the ids sent.");
    }

    /** Nothing tells which payer is meant. */
    public static Problem payerMissing(String path) {
        return new Problem("T4", CORRECT, "2010A-NM109", path, "Nothing that was sent identifies the payer.");
    }

    /** The payer named is not served here. */
    public static Problem payerUnknown(String path) {
        return new Problem("T4", CORRECT, "2010A-NM109", path, "The payer named is not served here.");
    }

    /** No id of the requesting provider was sent. */
    public static Problem providerIdMissing(String path) {
        return new Problem("43", CORRECT, "2010B-NM109", path, "No id was sent for the requesting provider.");
    }

    /** The payer does not know the requesting provider. */
    public static Problem providerUnknown(String path) {
        return new Problem("51", CORRECT, "2010B-NM109", path, "The requesting provider is not known to the payer.");
    }

    /** The date of service is no date, or ends before it begins. */
    public static Problem serviceDateInvalid(String path) {
        return new Problem("57", CORRECT, "2000F-DTP03", path, "The date of service is missing or is no valid date.");
    }

    /** A datum without which there is no review. */
    public static Problem dataMissing(String element, String path) {
        return new Problem("15", CORRECT, element, path, "A datum that the review needs was not sent.");
    }

    /** What is asked for can not be told. */
    public static Problem serviceMissing(String path) {
        return new Problem(
                "AG", CORRECT, "2000F-SV101", path, "The code of the service is missing or can not be read.");
    }

    /** The request that this one builds on is not known. */
    public static Problem priorUnknown(String path) {
        return new Problem("AA", CORRECT, "2000E-REF02", path, "The request that this one builds on was not found.");
    }

    /** The earlier request can be changed no more (PAS 2.2.1, spec-64). */
    public static Problem updateNotAllowed(String path) {
        return new Problem(
                "33",
                NOT_ALLOWED,
                "2000E-UM02",
                path,
                "The earlier request can not be changed any more; please send a new request.");
    }
}
