package org.precert.pas.call;

/**
 * An identifier of the business world: of a member, a provider, a request.
 *
 * @param system a URI; empty where none was sent
 * @param value never empty
 */
public record BusinessId(String system, String value) {

    /** As FHIR searches for it: {@code system|value}. */
    public String token() {
        return system + "|" + value;
    }
}
