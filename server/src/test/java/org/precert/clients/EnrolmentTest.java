package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnrolmentTest {

    private static final KeyFetch NOTHING = url -> Optional.empty();

    @Test
    void readsAClient() {
        Clients clients = enrol(with(Map.of(
                "issuers[1]", "https://second.example",
                "fhir-bases[0]", "https://ehr.example/fhir/r4/",
                "private-network", "true",
                "payers[0]", "acme",
                "crd-version", "2.0",
                "dtr", "false",
                "pas-lenient", "true",
                "pas-identifiers[0]", "http://hl7.org/fhir/sid/us-npi|1234567893",
                "notification-endpoints[0]", "https://ehr.example/hooks/",
                "patient-access", "true")));
        Client client = clients.byIssuer("https://second.example").orElseThrow();
        assertThat(client.id()).isEqualTo("ehr");
        assertThat(client.issuers()).containsExactlyInAnyOrder("https://ehr.example", "https://second.example");
        assertThat(client.fhirBases()).containsExactly(URI.create("https://ehr.example/fhir/r4"));
        assertThat(client.privateNetwork()).isTrue();
        assertThat(client.mayAsk("acme")).isTrue();
        assertThat(client.mayAsk("other")).isFalse();
        assertThat(client.crdVersion()).contains("2.0");
        assertThat(client.dtr()).isFalse();
        assertThat(client.pas())
                .isEqualTo(new PasSettings(
                        true,
                        Set.of("http://hl7.org/fhir/sid/us-npi|1234567893"),
                        List.of(URI.create("https://ehr.example/hooks")),
                        true));
        assertThat(clients.byId("ehr")).contains(client);
        assertThat(clients.byId("other")).isEmpty();
        assertThat(clients.all()).containsExactly(client);
    }

    @Test
    void leavesOutWhatNeedNotBeSaid() {
        Client client = enrol(with(Map.of())).all().get(0);
        assertThat(client.fhirBases()).isEmpty();
        assertThat(client.privateNetwork()).isFalse();
        assertThat(client.mayAsk("any")).isTrue();
        assertThat(client.crdVersion()).isEmpty();
        assertThat(client.dtr()).isTrue();
        assertThat(client.pas()).isEqualTo(PasSettings.USUAL);
    }

    static Stream<Arguments> mistakes() {
        String secret = new OctetSequenceKey.Builder("a secret of thirty-two characters".getBytes())
                .keyID("o")
                .build()
                .toJSONString();
        return Stream.of(
                arguments("no id", Map.of("id", ""), "has no id"),
                arguments("an id that would spoil a log", Map.of("id", "a\nb"), "has no id"),
                arguments("no issuer", without("issuers[0]"), "has no issuers"),
                arguments("a blank issuer", Map.of("issuers[0]", " "), "an issuer that no token can name"),
                arguments("an issuer that fits no column", Map.of("issuers[0]", "i".repeat(256)), "an issuer that no"),
                arguments("the same issuer twice", Map.of("issuers[1]", "https://ehr.example"), "registered already"),
                arguments("no keys", without("jwks"), "has neither jwks-url nor jwks"),
                arguments(
                        "keys at http",
                        Map.of("jwks-url", "http://ehr.example/jwks"),
                        "has a jwks-url that can not be used"),
                arguments("keys at no URL", Map.of("jwks-url", "https://a b"), "has a jwks-url that can not be used"),
                arguments(
                        "keys in a file",
                        Map.of("jwks-url", "file:///etc/jwks"),
                        "has a jwks-url that can not be used"),
                arguments(
                        "notifications over http",
                        Map.of("notification-endpoints[0]", "http://ehr.example/hooks"),
                        "has a notification endpoint that can not be used"),
                arguments("a blank identifier", Map.of("pas-identifiers[0]", " "), "a blank among its pas-identifiers"),
                arguments("keys that are no JSON", Map.of("jwks", "keys"), "has a jwks that is no JSON Web Key Set"),
                arguments("keys without keys", Map.of("jwks", "{\"keys\":[]}"), "has no signing key"),
                arguments("a private key", Map.of("jwks", set(TestKeys.EC.toJSONString())), "a private key"),
                arguments("a secret as key", Map.of("jwks", set(secret)), "a private key"),
                arguments("a short key", Map.of("jwks", TestKeys.publicSet(TestKeys.RSA_SHORT)), "less than 2048 bits"),
                arguments(
                        "a key for RS256", Map.of("jwks", TestKeys.publicSet(TestKeys.RSA_FOR_256)), "no signing key"),
                arguments("a key of P-256", Map.of("jwks", TestKeys.publicSet(TestKeys.EC_256)), "no signing key"),
                arguments(
                        "a key for encryption",
                        Map.of("jwks", TestKeys.publicSet(TestKeys.EC_FOR_ENCRYPTION)),
                        "no signing key"),
                arguments(
                        "a key that is half",
                        Map.of("jwks", set("{\"kty\":\"EC\",\"crv\":\"P-384\",\"kid\":\"k\"}")),
                        "can not be read"),
                arguments("a key without kid", Map.of("jwks", TestKeys.publicSet(noKid())), "a key without kid"),
                arguments(
                        "a plain FHIR base",
                        Map.of("fhir-bases[0]", "http://ehr.example/fhir"),
                        "a FHIR base that can not be used: The base must be https"),
                arguments(
                        "a FHIR base with a user",
                        Map.of("fhir-bases[0]", "https://a@ehr.example/"),
                        "a FHIR base that"),
                arguments(
                        "a FHIR base with a query",
                        Map.of("fhir-bases[0]", "https://ehr.example/?a"),
                        "a FHIR base that"),
                arguments(
                        "a FHIR base by number",
                        Map.of("fhir-bases[0]", "https://2130706433/fhir"),
                        "a FHIR base that"),
                arguments("a FHIR base that is a path", Map.of("fhir-bases[0]", "/fhir"), "a FHIR base that"),
                arguments("a blank audience", Map.of("audiences[0]", " "), "a blank among its audiences"),
                arguments("a blank tenant", Map.of("tenants[0]", " "), "a blank among its tenants"),
                arguments("a blank payer", Map.of("payers[0]", " "), "a blank among its payers"),
                arguments(
                        "a scope of a patient",
                        Map.of("scopes[0]", "system/Claim.cr", "scopes[1]", "patient/Claim.r"),
                        "a scope that is none of a system"),
                arguments(
                        "letters in no order",
                        Map.of("scopes[0]", "system/Claim.rc"),
                        "a scope that is none of a system"),
                arguments("a scope without letters", Map.of("scopes[0]", "system/Claim."), "a scope that is none"),
                arguments(
                        "a scope with a query",
                        Map.of("scopes[0]", "system/Claim.r?status=active"),
                        "a scope that is none"),
                arguments("a thumbprint of SHA-1", Map.of("certificates[0]", "ab".repeat(20)), "no SHA-256 in hex"),
                arguments(
                        "a private key for encryption",
                        Map.of("jwks", set(TestKeys.EC_FOR_ENCRYPTION.toJSONString())),
                        "a private key"),
                arguments(
                        "a private key of a kind that signs nothing here",
                        Map.of("jwks", set("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"x\",\"d\":\"d\"}")),
                        "a private key"),
                arguments("no version of a guide", Map.of("crd-version", "latest"), "a crd-version that is none"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void stopsTheStart(String name, Map<String, String> entry, String message) {
        assertThatThrownBy(() -> enrol(with(entry)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Precert does not start: the client '")
                .hasMessageContaining(message);
    }

    @Test
    void letsNoTwoClientsShareAnIssuerOrAnId() {
        Map<String, Object> two = new HashMap<>(with(Map.of()));
        two.putAll(entry(1, Map.of()));
        assertThatThrownBy(() -> enrol(two))
                .hasMessageContaining("is there twice")
                .hasMessageContaining("registered already");
    }

    @Test
    void letsNoTwoClientsActForAProviderUnlessOneOfThemSaysSo() {
        Map<String, String> bare = Map.of("pas-identifiers[0]", "1234567893");
        Map<String, Object> two = new HashMap<>(with(bare));
        two.putAll(entry(1, other("http://hl7.org/fhir/sid/us-npi|1234567893")));
        assertThatThrownBy(() -> enrol(two))
                .hasMessageContaining("has one of the pas-identifiers of the client 'ehr'")
                .hasMessageNotContaining("1234567893");
        two.put("precert.clients[0].shares-identifiers", "true");
        assertThat(enrol(two).all()).hasSize(2);
        two.remove("precert.clients[0].shares-identifiers");
        two.putAll(entry(1, other("urn:isa06|234567893")));
        assertThat(enrol(two).all()).hasSize(2);
    }

    private static Map<String, String> other(String identifier) {
        return Map.of("id", "other", "issuers[0]", "https://other.example", "pas-identifiers[0]", identifier);
    }

    @Test
    void registersAClientWithoutIssuerForTheFhirDoors() {
        Map<String, Object> properties = with(Map.of(
                "issuers[0]",
                "(none)",
                "scopes[0]",
                "system/Claim.cr",
                "scopes[1]",
                "system/Claim.write",
                "certificate-required",
                "true",
                "certificates[0]",
                "AB:".repeat(31) + "AB"));
        Access access = enrol(properties).byId("ehr").orElseThrow().access();
        assertThat(access.scopes().text()).isEqualTo("system/Claim.crud");
        assertThat(access.acceptsCertificate("ab".repeat(32))).isTrue();
        assertThat(access.acceptsCertificate("cd".repeat(32))).isFalse();
        assertThat(access.acceptsCertificate("")).isFalse();
        assertThat(enrol(with(Map.of())).all().get(0).access()).isEqualTo(Access.NONE);
    }

    @Test
    void namesNoPrivateKeyInItsMessage() {
        String secret = TestKeys.EC.getD().toString();
        assertThatThrownBy(() -> enrol(with(Map.of("jwks", set(TestKeys.EC.toJSONString())))))
                .hasMessageNotContaining(secret);
        String broken = set(TestKeys.EC.toJSONString().replace("P-384", "P-9"));
        assertThatThrownBy(() -> enrol(with(Map.of("jwks", broken)))).hasMessageNotContaining(secret);
    }

    @Test
    void needsAWayToFetchKeysFromAUrl() {
        Map<String, Object> byUrl = with(Map.of("jwks", "", "jwks-url", "https://ehr.example/jwks"));
        assertThat(enrol(byUrl).all()).hasSize(1);
        assertThatThrownBy(
                        () -> Enrolment.of(TestDoor.bound(byUrl).clients(), false, Optional.empty(), Clock.systemUTC()))
                .hasMessageContaining("this server fetches none");
    }

    @Test
    void takesPlainHttpInDemonstrations() {
        Map<String, Object> plain = with(Map.of("fhir-bases[0]", "http://localhost:8081/fhir"));
        Clients clients = Enrolment.of(TestDoor.bound(plain).clients(), true, Optional.of(NOTHING), Clock.systemUTC());
        assertThat(clients.all().get(0).fhirBases()).containsExactly(URI.create("http://localhost:8081/fhir"));
    }

    private static Clients enrol(Map<String, Object> properties) {
        List<ClientsProperties.Entry> entries = TestDoor.bound(properties).clients();
        return Enrolment.of(entries, false, Optional.of(NOTHING), Clock.systemUTC());
    }

    private static Map<String, Object> with(Map<String, String> changes) {
        return entry(0, changes);
    }

    private static Map<String, Object> entry(int index, Map<String, String> changes) {
        Map<String, String> entry = new HashMap<>();
        entry.put("id", "ehr");
        entry.put("issuers[0]", "https://ehr.example");
        entry.put("jwks", TestKeys.publicSet(TestKeys.EC));
        entry.putAll(changes);
        Map<String, Object> properties = new HashMap<>();
        entry.forEach((name, value) -> properties.put("precert.clients[" + index + "]." + name, value));
        properties.values().removeIf("(none)"::equals);
        return properties;
    }

    private static Map<String, String> without(String name) {
        return Map.of(name, "(none)");
    }

    private static String set(String key) {
        return "{\"keys\":[" + key + "]}";
    }

    private static JWK noKid() {
        return new ECKey.Builder(TestKeys.EC).keyID(null).build();
    }
}
