package org.precert.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.clients.StartRefused;
import org.precert.staff.Role;
import org.precert.staff.Staff;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What stops the start, and how claims are read. */
class SignInStartTest {

    private static final Map<String, String> GOOD = Map.of(
            "issuer", "https://login.example/tenant/v2.0", "client-id", "precert", "client-secret", "the-secret");

    private static SignInProperties settings(Map<String, String> more) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        GOOD.forEach((name, value) -> source.put("precert.sign-in." + name, value));
        more.forEach((name, value) -> source.put("precert.sign-in." + name, value));
        return new Binder(source).bindOrCreate("precert.sign-in", SignInProperties.class);
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://login.example, issuer must be the https address",
        "issuer, login.example, issuer must be the https address",
        "issuer, https://login.example?x=y, issuer must be the https address",
        "client-id, '', client-id must be there",
        "client-secret, '', client-secret must be there",
        "scopes, profile, scopes must have openid",
        "roles-claim, '', roles-claim must be there",
        "roles.physician, x, roles.physician is no role",
        "payers.north, x, payers needs a payers-claim",
        "all-payers, x, all-payers needs a payers-claim",
        "session.life, 25h, session.life is a day at most",
        "session.life, 0s, session.life is a day at most",
        "session.idle, 9h, session.idle is session.life at most"
    })
    void whatIsWrongStopsTheStart(String name, String value, String words) {
        assertThatThrownBy(() -> SignInRules.check(settings(Map.of(name, value)), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("precert.sign-in." + words)
                .hasMessageNotContaining("the-secret");
    }

    @Test
    void whatIsGoodStarts() {
        assertThatCode(() -> SignInRules.check(settings(Map.of()), false)).doesNotThrowAnyException();
        assertThatCode(() -> SignInRules.check(settings(Map.of("issuer", "http://localhost:8180/realms/x")), true))
                .doesNotThrowAnyException();
    }

    @Test
    void overHttpsCookiesAreOfThisHostAlone() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new Cookies("precert-staff", true).write(response, Cookies.randomValue(), java.time.Duration.ofSeconds(-1));
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-precert-staff=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain", "Max-Age", "Expires");
    }

    @Test
    void withoutAPayersClaimEverybodyWorksForAll() {
        Staff staff = new StaffReader(settings(Map.of())).read("x", Map.of("name", "A", "roles", "auditor"));
        assertThat(staff.payers()).isEmpty();
        assertThat(staff.is(Role.AUDITOR)).isTrue();
    }

    @Test
    void groupsAreMappedToRolesAndPayers() {
        StaffReader reader = new StaffReader(settings(Map.of(
                "roles-claim", "groups",
                "roles.reviewer", "6c1f,77aa",
                "payers-claim", "groups",
                "payers.north", "n1,n2",
                "payers.south", "s1")));
        Staff staff = reader.read("x", Map.of("name", "A", "groups", Set.of("77aa", "n2", "reviewer", "south")));
        assertThat(staff.roles()).containsExactly(Role.REVIEWER);
        assertThat(staff.payers()).containsExactly("north");
        assertThat(reader.read("x", Map.of("groups", Set.of("77aa", "other"))).hasRole())
                .isFalse();
    }

    @Test
    void aClaimWhoseNameIsAUrlIsFound() {
        Staff staff = new StaffReader(settings(Map.of("roles-claim", "https://precert.example/roles")))
                .read("x", Map.of("https://precert.example/roles", Set.of("reviewer")));
        assertThat(staff.roles()).containsExactly(Role.REVIEWER);
        assertThat(staff.person().name()).isEqualTo(staff.person().id());
    }

    @Test
    void aPersonIsTheSubjectOfTheIssuerWhateverTheName() {
        assertThat(StaffReader.id("https://a.example", "1"))
                .matches("s-[0-9a-f]{32}")
                .isEqualTo(StaffReader.id("https://a.example", "1"))
                .isNotEqualTo(StaffReader.id("https://a.example", "2"))
                .isNotEqualTo(StaffReader.id("https://b.example", "1"));
    }

    @Test
    void whatIsNoNumberOfAProviderIsNoneAndNothingIsUnreadable() {
        Staff staff = new StaffReader(settings(Map.of("claims.npi", "npi", "claims.credential", "degree")))
                .read("x", Map.of("npi", "12", "degree", "M\u0000D", "name", "n".repeat(300), "roles", "reviewer"));
        assertThat(staff.person().npi()).isEmpty();
        assertThat(staff.person().credential()).isEqualTo("MD");
        assertThat(staff.person().name()).hasSize(100);
    }
}
