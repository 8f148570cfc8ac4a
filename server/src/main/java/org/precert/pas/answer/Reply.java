package org.precert.pas.answer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What an answer needs to know that is not of the case.
 *
 * @param bundleId a new {@code urn:uuid:} for each answer
 * @param at now
 * @param contact how the payer is reached, as people read it; may be empty
 * @param baseUrl of the FHIR base of the version that is answered in, without a slash at its end
 */
public record Reply(String bundleId, Instant at, LocalDate today, String contact, String baseUrl) {

    private static final String URN = "urn:uuid:";

    /** The bundle's id as FHIR ids are written. */
    String uuid() {
        return bundleId.startsWith(URN) ? bundleId.substring(URN.length()) : bundleId;
    }

    /** Where a resource of this server is. */
    String url(String type, String id) {
        return baseUrl + "/" + type + "/" + id;
    }

    Reply with(String otherBundleId) {
        return new Reply(otherBundleId, at, today, contact, baseUrl);
    }
}
