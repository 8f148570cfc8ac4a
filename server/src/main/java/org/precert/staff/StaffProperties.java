package org.precert.staff;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code precert.staff}: the sign-in of the demo profile
 *
 * @param staff by id
 */
@ConfigurationProperties("precert")
record StaffProperties(@DefaultValue Map<String, Entry> staff) {

    /**
     * @param name by which this person signs
     * @param credential such as MD or RN; empty for who may not decide
     * @param npi ten digits; may be empty
     * @param specialty a code of the provider taxonomy; may be empty
     * @param roles codes of {@link Role}
     * @param payers keys of those whose cases this person sees; none: all
     * @param keySha256 the SHA-256, in hex, of a random key of 128 bits or more. A password that somebody thought of is no
     *     such key: its hash would give it away
     */
    record Entry(
            @DefaultValue("") String name,
            @DefaultValue("") String credential,
            @DefaultValue("") String npi,
            @DefaultValue("") String specialty,
            @DefaultValue Set<String> roles,
            @DefaultValue Set<String> payers,
            @DefaultValue("") String keySha256) {}
}
