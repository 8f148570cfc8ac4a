package org.precert.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.audit.AuditEntry.StaffSession;
import org.precert.audit.AuditEntry.StaffSession.Step;
import org.precert.testing.OidcProvider;

/** Staff sign in with a provider: over real HTTP, by two nodes and one database, with tokens that are really signed. */
class SignInTest {

    private static final Map<String, Object> PHYSICIAN = Map.of(
            "name",
            "Dr One",
            "realm_access",
            Map.of("roles", List.of("pa-physicians", "offline_access")),
            "precert_payers",
            List.of("north"),
            "degree",
            "MD",
            "npi",
            "1234567893");

    private static OidcProvider provider;
    private static SignInServer node;
    private static SignInServer other;

    private Browser browser;

    @BeforeAll
    static void start() {
        provider = new OidcProvider(SignInServer.CLOCK);
        String database = SignInServer.database();
        String[] settings = {
            "--precert.sign-in.roles-claim=realm_access.roles",
            "--precert.sign-in.roles.medical-director=pa-physicians",
            "--precert.sign-in.roles.reviewer=pa-nurses,pa-clerks",
            "--precert.sign-in.payers-claim=precert_payers",
            "--precert.sign-in.all-payers=*",
            "--precert.sign-in.claims.credential=degree",
            "--precert.sign-in.claims.npi=npi"
        };
        node = new SignInServer(database, provider.issuer(), settings);
        other = new SignInServer(database, provider.issuer(), settings);
        assertThat(provider.asked)
                .as("asked by nobody before the first sign-in")
                .hasValue(0);
    }

    @AfterAll
    static void stop() {
        node.close();
        other.close();
        provider.close();
    }

    @BeforeEach
    void open() {
        browser = new Browser(node);
        provider.signsIn("subject-1", PHYSICIAN);
        node.bean(SignInServer.Recorded.class).entries.clear();
    }

    private static Map<String, Object> claims(String role, List<String> payers) {
        return Map.of("name", "Two", "realm_access", Map.of("roles", List.of(role)), "precert_payers", payers);
    }

    private String seen() {
        return browser.send("GET", "/review-desk/cases").body();
    }

    @Test
    void whoTheProviderVouchesForIsSignedIn() {
        HttpResponse<String> answer = browser.signIn();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).isEqualTo("/review-desk/");
        assertThat(seen())
                .contains("Dr One", "MD", "1234567893", "physician=true", "[north]", "[MEDICAL_DIRECTOR]")
                .contains("id=" + StaffReader.id(provider.issuer(), "subject-1"));
        assertThat(node.bean(SignInServer.Recorded.class).entries)
                .singleElement()
                .isInstanceOfSatisfying(StaffSession.class, entry -> {
                    assertThat(entry.step()).isEqualTo(Step.IN);
                    assertThat(entry.person())
                            .startsWith("s-")
                            .isEqualTo(entry.by().id());
                });
    }

    @Test
    void aProviderThatWantsTheSecretInTheFormGetsItThere() {
        provider.wantsSecretIn("client_secret_post");
        SignInServer.CLOCK.pass(Duration.ofHours(2).toSeconds());
        assertThat(browser.signIn().statusCode()).isEqualTo(303);
        provider.wantsSecretIn("client_secret_basic");
        SignInServer.CLOCK.pass(Duration.ofHours(2).toSeconds());
        assertThat(new Browser(node).signIn().statusCode()).isEqualTo(303);
    }

    @Test
    void aSignInThatBeganAtOneNodeEndsAtAnotherAndCountsAtBoth() {
        String back = browser.begin();
        assertThat(browser.at(other).comeBack(back).statusCode()).isEqualTo(303);
        assertThat(seen()).contains("Dr One");
        browser.at(node);
        assertThat(seen()).contains("Dr One");
    }

    @Test
    void aPageLeadsToTheSignInAndAProgramIsAnswered401() {
        HttpResponse<String> page = browser.get("/review-desk/");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(Browser.location(page)).isEqualTo("/sign-in");
        assertThat(node.send("GET", "/review-desk/", "Accept", "text/html,*/*").statusCode())
                .isEqualTo(303);
        assertThat(browser.send("GET", "/review-desk/cases", "Sec-Fetch-Dest", "empty", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.send("GET", "/audit/verify").statusCode()).isEqualTo(401);
        assertThat(browser.send("POST", "/review-desk/cases/x/actions", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(401);
        assertThat(node.send("GET", "/review-desk/cases", "Authorization", "Basic b25lOmEga2V5")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theBrowserIsSentWithStateNonceAndPkceAndNoSecret() {
        HttpResponse<String> sent = browser.get("/sign-in");
        Map<String, String> asked =
                OidcProvider.parameters(Browser.location(sent).split("\\?", 2)[1]);
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "precert")
                .containsEntry("scope", "openid profile")
                .containsEntry("redirect_uri", "http://localhost/sign-in/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge")
                .hasSize(8);
        assertThat(sent.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600")
                .doesNotContain(asked.get("state"), asked.get("nonce"), asked.get("code_challenge"));
        assertThat(Browser.location(new Browser(node).get("/sign-in"))).doesNotContain(asked.get("state"));
    }

    @Test
    void theHostOfTheRequestChangesNothingOfWhereTheProviderSendsBackTo() {
        assertThat(Browser.location(node.send("GET", "/sign-in", "X-Forwarded-Host", "evil.example")))
                .doesNotContain("evil");
    }

    @Test
    void aSignInThatOthersBeganIsNotTaken() {
        String back = new Browser(node).begin();
        assertThat(browser.comeBack(back).statusCode()).isEqualTo(403);
        browser.begin();
        assertThat(browser.comeBack(back).statusCode()).isEqualTo(403);
        assertThat(seen()).isEmpty();
    }

    @Test
    void aCodeCountsOnce() {
        String back = browser.begin();
        Map<String, String> cookies = Map.copyOf(browser.cookies);
        assertThat(browser.comeBack(back).statusCode()).isEqualTo(303);
        Browser again = new Browser(node);
        again.cookies.putAll(cookies);
        assertThat(again.comeBack(back).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in/callback",
                "/sign-in/callback?code=x",
                "/sign-in/callback?state=x",
                "/sign-in/callback?code=x&state=x",
                "/sign-in/callback?error=access_denied&state=x",
                "/sign-in/callback?error=%3Cscript%3E&error_description=%3Cscript%3E&state=x"
            })
    void aCallbackOutOfNowhereSignsNobodyIn(String path) {
        for (boolean begun : List.of(false, true)) {
            Browser one = new Browser(node);
            if (begun) {
                one.begin();
            }
            HttpResponse<String> answer = one.comeBack(path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("You are not signed in").doesNotContain("script");
            assertThat(one.send("GET", "/review-desk/cases").statusCode()).isEqualTo(401);
        }
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                claim("of another issuer", token -> token.issuer("https://elsewhere.example")),
                claim("without an issuer", token -> token.issuer(null)),
                claim("for another client", token -> token.audience("other")),
                claim("for nobody", token -> token.audience(List.of())),
                claim("for two clients without azp", token -> token.audience(List.of("precert", "other"))),
                claim(
                        "for two clients by the other",
                        token -> token.audience(List.of("precert", "other")).claim("azp", "other")),
                claim("with another's azp", token -> token.claim("azp", "other")),
                claim("without a subject", token -> token.subject(null)),
                claim("that is over", token -> token.expirationTime(ago(Duration.ofMinutes(2)))),
                claim("without an end", token -> token.expirationTime(null)),
                claim("of the future", token -> token.issueTime(ago(Duration.ofHours(-1)))),
                claim("without a time", token -> token.issueTime(null)),
                claim("not yet good", token -> token.notBeforeTime(ago(Duration.ofHours(-1)))),
                claim("with another nonce", token -> token.claim("nonce", "x")),
                claim("without a nonce", token -> token.claim("nonce", null)));
    }

    private static Arguments claim(String name, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(Named.of("a token " + name, change));
    }

    private static Date ago(Duration time) {
        return Date.from(SignInServer.CLOCK.instant().minus(time));
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void aTokenThatIsNotGoodSignsNobodyIn(Consumer<JWTClaimsSet.Builder> change) {
        provider.claiming(change);
        refused();
    }

    static Stream<Arguments> badSignatures() {
        return Stream.of(
                signature("not signed at all", token -> new PlainJWT(token).serialize()),
                signature("signed by a key of somebody's own", token -> OidcProvider.signed(token, ownKey())),
                signature("signed by the public key as a secret", SignInTest::confused),
                signature("that was changed", token -> {
                    String[] parts = OidcProvider.signed(token, provider.key()).split("\\.");
                    String claims = new JWTClaimsSet.Builder(token)
                            .subject("boss")
                            .build()
                            .toString();
                    return parts[0] + "." + com.nimbusds.jose.util.Base64URL.encode(claims) + "." + parts[2];
                }),
                signature("that is none", token -> "x"));
    }

    private static Arguments signature(String name, Function<JWTClaimsSet, String> signing) {
        return Arguments.of(Named.of("a token " + name, signing));
    }

    private static com.nimbusds.jose.jwk.RSAKey ownKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String confused(JWTClaimsSet token) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), token);
            jwt.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("badSignatures")
    void aTokenThatTheProviderDidNotSignSignsNobodyIn(Function<JWTClaimsSet, String> signing) {
        provider.signing(signing);
        refused();
    }

    private void refused() {
        HttpResponse<String> answer = browser.signIn();
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You are not signed in");
        assertThat(seen()).isEmpty();
        assertThat(node.bean(SignInServer.Recorded.class).entries).isEmpty();
    }

    @Test
    void whoHasNoRoleOrNoPayerIsNotStaff() {
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("name", "X"),
                claims("administrators", List.of("*")),
                claims("PA-nurses", List.of("*")),
                claims("pa-nurses", List.of()),
                claims("auditor", List.of("north")),
                claims("administrator", List.of("north")),
                Map.of("roles", List.of("pa-nurses"), "precert_payers", List.of("*")))) {
            provider.signsIn("subject-2", claims);
            refused();
        }
    }

    @Test
    void eachRoleLandsAtItsPlaceAndGoesNowhereElse() {
        provider.signsIn("subject-3", claims("auditor", List.of("*")));
        assertThat(Browser.location(browser.signIn())).isEqualTo("/audit/AuditEvent");
        assertThat(browser.send("GET", "/audit/verify").statusCode()).isEqualTo(200);
        assertThat(browser.send("GET", "/review-desk/cases").statusCode()).isEqualTo(403);
        provider.signsIn("subject-4", claims("pa-clerks", List.of("south", "north")));
        assertThat(Browser.location(browser.signIn())).isEqualTo("/review-desk/");
        assertThat(seen()).contains("physician=false", "[REVIEWER]", "south");
        assertThat(browser.send("GET", "/admin/clients").statusCode()).isEqualTo(403);
    }

    @Test
    void eachSignInIsANewSessionAndEndsTheOneBefore() {
        browser.cookies.put("precert-staff", "A".repeat(43));
        browser.signIn();
        String first = browser.cookies.get("precert-staff");
        assertThat(first).isNotEqualTo("A".repeat(43));
        browser.signIn();
        String second = browser.cookies.put("precert-staff", first);
        assertThat(second).isNotEqualTo(first);
        assertThat(seen()).isEmpty();
        browser.cookies.put("precert-staff", String.valueOf(second));
        assertThat(seen()).contains("Dr One");
        assertThat(node.jdbc().queryForList("select session_hash from staff_session", String.class))
                .doesNotContain(second, first);
    }

    @Test
    void aSessionIsOverWhenItIsNotUsedAndInAnyCaseAfterItsLife() {
        browser.signIn();
        for (int i = 0; i < 17; i++) {
            SignInServer.CLOCK.pass(Duration.ofMinutes(28).toSeconds());
            assertThat(seen()).contains("Dr One");
        }
        SignInServer.CLOCK.pass(Duration.ofMinutes(5).toSeconds());
        assertThat(seen()).isEmpty();
        browser.signIn();
        SignInServer.CLOCK.pass(Duration.ofMinutes(31).toSeconds());
        assertThat(seen()).isEmpty();
    }

    @Test
    void whoSignsOutIsOutAtBothNodesAndIsToldWhereTheProviderEndsIt() {
        browser.signIn();
        String value = browser.cookies.get("precert-staff");
        assertThat(browser.send("POST", "/sign-out").statusCode()).isEqualTo(415);
        assertThat(browser.send("POST", "/sign-out", "Content-Type", "application/json", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.send("GET", "/sign-out").statusCode()).isEqualTo(404);
        assertThat(seen()).contains("Dr One");
        HttpResponse<String> out = browser.send("POST", "/sign-out", "Content-Type", "application/json");
        assertThat(out.body())
                .isEqualTo(
                        "{\"next\":\"" + provider.issuer()
                                + "/logout?client_id=precert&post_logout_redirect_uri=http%3A%2F%2Flocalhost%2Freview-desk%2F\"}");
        assertThat(browser.cookies).doesNotContainKey("precert-staff");
        browser.at(other).cookies.put("precert-staff", String.valueOf(value));
        assertThat(seen()).isEmpty();
        assertThat(node.bean(SignInServer.Recorded.class).entries)
                .extracting(each -> ((StaffSession) each).step())
                .containsExactly(Step.IN, Step.OUT);
    }

    @Test
    void anAdministratorEndsTheSessionsOfAPerson() {
        browser.signIn();
        provider.signsIn("subject-5", claims("administrator", List.of("*")));
        Browser admin = new Browser(other);
        assertThat(Browser.location(admin.signIn())).isEqualTo("/admin/staff");
        String id = StaffReader.id(provider.issuer(), "subject-1");
        assertThat(admin.send("GET", "/admin/staff").body()).contains(id, "Dr One", "subject-1", "medical-director");
        String path = "/admin/staff/" + id + "/sessions";
        assertThat(admin.send("DELETE", path).statusCode()).isEqualTo(415);
        assertThat(browser.send("DELETE", path, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.send("DELETE", path, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(seen()).isEmpty();
    }

    @Test
    void noOtherSiteActsInTheNameOfWhoIsSignedIn() {
        browser.signIn();
        String path = "/review-desk/cases/x/actions";
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(browser.send("POST", path, "Content-Type", "application/json", "Sec-Fetch-Site", site)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(browser.send("POST", path, "Content-Type", "application/json", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.send("POST", path, "Content-Type", "text/plain").statusCode())
                .isEqualTo(415);
        assertThat(browser.send("POST", path, "Content-Type", "application/json", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void twoSessionCookiesAreNone() {
        browser.signIn();
        assertThat(node.send(
                                "GET",
                                "/review-desk/cases",
                                "Cookie",
                                "precert-staff=" + browser.cookies.get("precert-staff") + "; precert-staff="
                                        + "A".repeat(43))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aProviderThatIsDownIsToldAndDoesNotEndSessions() {
        browser.signIn();
        String back = new Browser(node).begin();
        provider.isDown(true);
        Browser late = new Browser(node);
        String begun = Browser.location(late.get("/sign-in"));
        HttpResponse<String> answer = late.comeBack("/sign-in/callback?code=x&state="
                + OidcProvider.parameters(begun.split("\\?", 2)[1]).get("state"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(answer.body()).contains("does not answer");
        assertThat(back).isNotEmpty();
        assertThat(seen()).contains("Dr One");
    }
}
