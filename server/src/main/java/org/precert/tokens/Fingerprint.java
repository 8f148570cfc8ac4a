package org.precert.tokens;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.precert.storage.Sha256;

/** The hash by which a certificate is known (RFC 8705). */
final class Fingerprint {

    /** Where the servlet container puts the certificates that a client showed, its own first. */
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private Fingerprint() {}

    /** Of the certificate that a request came with, proven by the handshake; empty where it came with none. */
    static String ofCertificate(HttpServletRequest request) {
        if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] shown && shown.length > 0) {
            try {
                return Sha256.hex(shown[0].getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return "";
    }
}
