package org.precert.clients;

import java.util.Set;

/**
 * What access tokens a client may have.
 *
 * @param scopes that it may ask for; without any, it gets no token, and calls CDS Hooks alone
 * @param certificateRequired whether it must show a certificate of its own (mutual TLS) to get one
 * @param certificates SHA-256 of the certificates that it may show, in hex; none: each that the server trusts
 */
public record Access(Scopes scopes, boolean certificateRequired, Set<String> certificates) {

    public static final Access NONE = new Access(Scopes.NONE, false, Set.of());

    public Access {
        certificates = Set.copyOf(certificates);
    }

    /** @param thumbprint of the certificate that was shown, or nothing where none was */
    public boolean acceptsCertificate(String thumbprint) {
        return thumbprint.isEmpty()
                ? !certificateRequired
                : certificates.isEmpty() || certificates.contains(thumbprint);
    }
}
