package org.precert.clients;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code precert.trust}, {@code precert.clients} and {@code precert.registry}
 *
 * @param trust {@code required} or {@code off}; off in the demo profile alone, and the default there
 * @param baseUrl where clients reach this server; what a token must be meant for starts with it
 */
@ConfigurationProperties("precert")
record ClientsProperties(
        @Nullable Trust trust,
        @DefaultValue("") String baseUrl,
        @DefaultValue List<Entry> clients,
        @DefaultValue Registry registry) {

    /**
     * @param jwksUrl where its keys are, and what its tokens may say in {@code jku}
     * @param jwks its keys themselves; with them, {@code jwksUrl} is compared with {@code jku} and never fetched
     * @param audiences that its tokens may name instead of the URL of the service, for EHRs where it is set by hand
     * @param tenants of which its tokens must name one; none: whatever they say
     * @param payers that it may ask about; none: all
     * @param unpinnedCanonicals for a client that compares canonicals as text: forms name what they need without a version
     * @param adaptiveForms whether it gets forms that ask page by page where it names none
     * @param pasLenient whether its prior authorization requests are taken where they break the guide but can be understood
     * @param pasIdentifiers of organizations and providers that it may inquire and subscribe for: a value, or system|value
     * @param notificationEndpoints what the addresses begin with that notifications may go to
     * @param patientAccess whether it is the Patient Access API of the payers: it reads what authorizations came to
     * @param scopes that its access tokens may have, as SMART writes them; none: it gets no access token
     * @param certificateRequired whether it gets access tokens over mutual TLS alone
     * @param certificates SHA-256 of the certificates that it may show, in hex; none: each that this server trusts
     * @param sharesIdentifiers whether its pas-identifiers may be those of other clients, too
     */
    record Entry(
            @DefaultValue("") String id,
            @DefaultValue List<String> issuers,
            @DefaultValue("") String jwksUrl,
            @DefaultValue("") String jwks,
            @DefaultValue Set<String> audiences,
            @DefaultValue Set<String> tenants,
            @DefaultValue List<String> fhirBases,
            @DefaultValue("false") boolean privateNetwork,
            @DefaultValue Set<String> payers,
            @Nullable String crdVersion,
            @DefaultValue("true") boolean dtr,
            @Nullable String dtrVersion,
            @DefaultValue("false") boolean unpinnedCanonicals,
            @DefaultValue("false") boolean adaptiveForms,
            @DefaultValue("false") boolean pasLenient,
            @DefaultValue Set<String> pasIdentifiers,
            @DefaultValue List<String> notificationEndpoints,
            @DefaultValue("false") boolean patientAccess,
            @DefaultValue Set<String> scopes,
            @DefaultValue("false") boolean certificateRequired,
            @DefaultValue Set<String> certificates,
            @DefaultValue("false") boolean sharesIdentifiers) {}

    /** @param poll how often it is looked whether clients were registered or changed on another node */
    record Registry(@DefaultValue("2s") Duration poll) {}
}
