package org.precert.clients;

import java.time.Instant;
import org.precert.testing.TokenRequest;

/** A registered client for the tests of other packages: what a server needs to know it, and what it sends. */
public final class TestClient {

    private TestClient() {}

    /** For a server: {@code new SpringApplicationBuilder(...).profiles("production").run(TestClient.arguments())}. */
    public static String[] arguments() {
        return new String[] {
            "--precert.base-url=https://precert.example",
            "--precert.clients[0].id=springfield",
            "--precert.clients[0].issuers=" + TestToken.ISSUER,
            "--precert.clients[0].jwks=" + TestKeys.publicSet(TestKeys.EC),
            "--precert.clients[0].scopes=system/*.cruds"
        };
    }

    /**
     * A new header {@code Authorization} for the FHIR doors, with an access token that this server gave.
     *
     * @param now by the clock of the server
     */
    public static String access(int port, Instant now) {
        return access(port, now, "system/*.cruds");
    }

    /** @param scope that is asked for */
    public static String access(int port, Instant now, String scope) {
        String assertion = TestToken.assertion()
                .claim("iat", now.getEpochSecond())
                .claim("exp", now.getEpochSecond() + 300)
                .sign();
        return "Bearer " + TokenRequest.to("http://localhost:" + port, scope, assertion);
    }

    /**
     * A new header {@code Authorization} for CDS Hooks, good for one call.
     *
     * @param path as in {@code /cds-services/order-sign}
     * @param now by the clock of the server
     */
    public static String authorization(String path, Instant now) {
        return "Bearer "
                + new TestToken()
                        .claim("aud", "https://precert.example" + path)
                        .claim("iat", now.getEpochSecond())
                        .claim("exp", now.getEpochSecond() + 300)
                        .sign();
    }
}
