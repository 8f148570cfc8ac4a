package org.precert.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An identity provider that signs in whomever it is told to, without asking: OpenID Connect with the code flow, PKCE and the client's
 * secret, over real HTTP, with tokens that are really signed. What it sends can be spoiled.
 */
public final class OidcProvider implements AutoCloseable {

    public static final String CLIENT = "precert";
    public static final String SECRET = "only:for this test";

    public final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private final Clock clock;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile String subject = "nobody";
    private volatile Map<String, Object> claims = Map.of();
    private volatile Consumer<JWTClaimsSet.Builder> spoiling = builder -> {};
    private volatile Function<JWTClaimsSet, String> signing;
    private volatile String method = "client_secret_basic";
    private volatile boolean down;

    public OidcProvider(Clock clock) {
        try {
            this.clock = clock;
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            signing = token -> signed(token, key);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public RSAKey key() {
        return key;
    }

    /** Everything as it should be. */
    public OidcProvider signsIn(String newSubject, Map<String, Object> newClaims) {
        subject = newSubject;
        claims = newClaims;
        spoiling = builder -> {};
        signing = token -> signed(token, key);
        method = "client_secret_basic";
        down = false;
        return this;
    }

    public OidcProvider claiming(Consumer<JWTClaimsSet.Builder> change) {
        spoiling = change;
        return this;
    }

    public OidcProvider signing(Function<JWTClaimsSet, String> other) {
        signing = other;
        return this;
    }

    public OidcProvider wantsSecretIn(String other) {
        method = other;
        return this;
    }

    public void isDown(boolean yes) {
        down = yes;
    }

    public static String signed(JWTClaimsSet token, RSAKey by) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(by.getKeyID())
                            .build(),
                    token);
            jwt.sign(new RSASSASigner(by));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        if (down) {
            send(exchange, 503, "");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> send(exchange, 200, discovery());
            case "/jwks" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            case "/authorize" -> authorize(exchange);
            case "/token" -> token(exchange);
            default -> send(exchange, 404, "");
        }
    }

    private String discovery() {
        String at = issuer();
        return "{\"issuer\":\"" + at + "\",\"authorization_endpoint\":\"" + at + "/authorize\",\"token_endpoint\":\""
                + at
                + "/token\",\"jwks_uri\":\"" + at + "/jwks\",\"end_session_endpoint\":\"" + at
                + "/logout\",\"token_endpoint_auth_methods_supported\":[\"" + method + "\"]}";
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> begun = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, begun);
        exchange.getResponseHeaders()
                .set("Location", begun.get("redirect_uri") + "?code=" + code + "&state=" + begun.get("state"));
        send(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> begun = codes.remove(form.getOrDefault("code", ""));
        boolean proven = method.equals("client_secret_basic")
                ? basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))
                : SECRET.equals(form.get("client_secret")) && CLIENT.equals(form.get("client_id"));
        if (begun == null
                || !proven
                || !begun.get("redirect_uri").equals(form.get("redirect_uri"))
                || !begun.get("code_challenge").equals(challenge(form.get("code_verifier")))) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = clock.instant();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", begun.get("nonce"));
        claims.forEach(builder::claim);
        spoiling.accept(builder);
        send(
                exchange,
                200,
                "{\"access_token\":\"of no use\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                        + signing.apply(builder.build()) + "\"}");
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":only%3Afor+this+test").getBytes(UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(
                        each -> each[0],
                        each -> URLDecoder.decode(each[1], UTF_8),
                        (one, other) -> other,
                        LinkedHashMap::new));
    }

    private static void send(HttpExchange exchange, int status, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
