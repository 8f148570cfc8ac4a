package org.precert.clients;

import java.time.Instant;

/** A registered client for the tests of other packages: what a server needs to know it, and what it sends. */
public final class TestClient {

    private TestClient() {}

    /** For a server: {@code new SpringApplicationBuilder(...).profiles("production").run(TestClient.arguments())}. */
    public static String[] arguments() {
        return new String[] {
            "--precert.base-url=https://precert.example",
            "--precert.clients[0].id=springfield",
            "--precert.clients[0].issuers=" + TestToken.ISSUER,
            "--precert.clients[0].jwks=" + TestKeys.publicSet(TestKeys.EC)
        };
    }

    /**
     * A new header {@code Authorization}, good for one call.
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
