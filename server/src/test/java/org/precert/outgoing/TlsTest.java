package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.outgoing.Asking.assertFailed;
import static org.precert.outgoing.Asking.body;

import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who can not prove to be the host is told nothing. */
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext tls;
    private static Listener ehr;

    @BeforeAll
    static void listen() throws Exception {
        tls = selfSigned();
        ServerSocket socket = tls.getServerSocketFactory().createServerSocket(0);
        ehr = new Listener(socket, Listener.ok("{}"));
    }

    @AfterAll
    static void stop() {
        ehr.close();
    }

    @Test
    void asksWhoProvesToBeTheHost() {
        try (Asking trusting = new Asking(Limits.usual(), tls)) {
            assertThat(body(trusting.get(https("ehr.test"), "https://ehr.test:" + ehr.port() + "/fhir")))
                    .isEqualTo("{}");
        }
    }

    @Test
    void refusesASelfSignedCertificate() {
        try (Asking asking = new Asking()) {
            int before = ehr.heads().size();
            assertFailed(
                    asking.get(https("ehr.test"), "https://ehr.test:" + ehr.port() + "/fhir"), Failure.NOT_TRUSTED);
            assertThat(ehr.heads()).hasSize(before);
        }
    }

    @Test
    void refusesTheCertificateOfAnotherHost() {
        try (Asking trusting = new Asking(Limits.usual(), tls)) {
            trusting.names("other.test", "127.0.0.1");
            int before = ehr.heads().size();
            assertFailed(
                    trusting.get(https("other.test"), "https://other.test:" + ehr.port() + "/fhir"),
                    Failure.NOT_TRUSTED);
            assertThat(ehr.heads()).hasSize(before);
        }
    }

    @Test
    void tellsNothingToWhoSpeaksNoTls() {
        try (Asking asking = new Asking();
                Listener plain = Listener.saying(Listener.ok("{}"))) {
            Destination destination = Destination.of("https://ehr.test:" + plain.port() + "/fhir", true, true);
            Answer answer = asking.get(destination, destination.base().toString(), Duration.ofSeconds(1));
            assertThat(answer).isInstanceOf(Answer.Failed.class);
            assertThat(plain.heads()).noneMatch(head -> head.contains(Asking.TOKEN) || head.contains("GET"));
        }
    }

    @Test
    void asksNobodyInPlainTextWhoIsRegisteredWithTls() {
        try (Asking trusting = new Asking(Limits.usual(), tls)) {
            int before = ehr.connections();
            assertFailed(
                    trusting.get(https("ehr.test"), "http://ehr.test:" + ehr.port() + "/fhir"), Failure.NOT_ALLOWED);
            assertThat(ehr.connections()).isEqualTo(before);
        }
    }

    private static Destination https(String host) {
        return Destination.of("https://" + host + ":" + ehr.port() + "/fhir", false, true);
    }

    /** A key and a certificate for ehr.test, trusted by those alone who are given the context. */
    private static SSLContext selfSigned() throws Exception {
        Path file = folder.resolve("ehr.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "ehr",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=ehr.test",
                        "-ext",
                        "san=dns:ehr.test",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(keytool.getInputStream().readAllBytes())).doesNotContain("error");
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("ehr", store.getCertificate("ehr"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
