package org.precert.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** Hashes by which tokens and certificates are known. */
final class Sha256 {

    /** Where the servlet container puts the certificates that a client showed, its own first. */
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private Sha256() {}

    static String hex(String text) {
        return hex(text.getBytes(US_ASCII));
    }

    /** Of the certificate that a request came with, proven by the handshake; empty where it came with none. */
    static String ofCertificate(HttpServletRequest request) {
        if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] shown && shown.length > 0) {
            try {
                return hex(shown[0].getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return "";
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
