package org.precert.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.cases.Person;

/** Each role has its routes, and what has no line is for nobody. */
class StaffRoutesTest {

    private static Staff staff(Set<String> payers, Role... roles) {
        return new Staff(new Person("one", "One", "MD", "", "", true), payers, Set.of(roles));
    }

    private static Set<Role> allowed(String method, String path) {
        return Arrays.stream(Role.values())
                .filter(role -> StaffRoutes.allow(staff(Set.of(), role), method, path))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /review-desk, REVIEWER MEDICAL_DIRECTOR",
        "GET, /review-desk/, REVIEWER MEDICAL_DIRECTOR",
        "GET, /review-desk/desk.css, REVIEWER MEDICAL_DIRECTOR",
        "GET, /review-desk/cases, REVIEWER MEDICAL_DIRECTOR",
        "HEAD, /review-desk/cases/PA-1, REVIEWER MEDICAL_DIRECTOR",
        "POST, /review-desk/cases/PA-1/actions, REVIEWER MEDICAL_DIRECTOR",
        "GET, /review-desk/cases/PA-1/documents/d1, REVIEWER MEDICAL_DIRECTOR",
        "GET, /audit/AuditEvent, AUDITOR",
        "GET, /audit/verify, AUDITOR",
        "GET, /admin/clients, ADMINISTRATOR",
        "PUT, /admin/clients/a.b, ADMINISTRATOR",
        "DELETE, /admin/clients/x, ADMINISTRATOR",
        "GET, /admin/staff, ADMINISTRATOR",
        "DELETE, /admin/staff/s-1/sessions, ADMINISTRATOR"
    })
    void eachRoleHasItsRoutesAndNoOther(String method, String path, String roles) {
        assertThat(allowed(method, path))
                .isEqualTo(Arrays.stream(roles.split(" ")).map(Role::valueOf).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /review-desk/new",
                "GET /review-desk/cases/",
                "GET /review-desk/cases/..",
                "GET /review-desk/cases/a;b",
                "GET /review-desk//cases",
                "GET /%61dmin/clients",
                "GET /x/../admin/clients",
                "POST /review-desk/cases",
                "POST /review-desk/cases/../actions",
                "PUT /review-desk/cases/x/actions",
                "DELETE /review-desk/cases/x",
                "POST /audit/AuditEvent",
                "DELETE /audit/AuditEvent",
                "GET /audit/",
                "GET /audit/AuditEvent/1",
                "POST /admin/clients",
                "PATCH /admin/clients/x",
                "PUT /admin/staff/x",
                "OPTIONS /admin/clients",
                "get /admin/clients",
                "GET /admin/other"
            })
    void whatHasNoLineIsForNobody(String route) {
        String[] parts = route.split(" ");
        assertThat(StaffRoutes.allow(staff(Set.of(), Role.values()), parts[0], parts[1]))
                .isFalse();
    }

    @Test
    void whoWorksForSomePayersDoesNothingThatIsOfAll() {
        Staff bound = staff(Set.of("one"), Role.values());
        assertThat(StaffRoutes.allow(bound, "GET", "/review-desk/cases")).isTrue();
        assertThat(StaffRoutes.allow(bound, "GET", "/audit/AuditEvent")).isFalse();
        assertThat(StaffRoutes.allow(bound, "GET", "/admin/clients")).isFalse();
    }

    @Test
    void whoHasNoRoleDoesNothing() {
        assertThat(StaffRoutes.allow(staff(Set.of()), "GET", "/review-desk/cases"))
                .isFalse();
        assertThat(staff(Set.of()).hasRole()).isFalse();
        assertThat(staff(Set.of("one"), Role.AUDITOR).hasRole()).isFalse();
    }
}
